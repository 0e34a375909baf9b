import type {
  AiAgentId,
  AnswerInput,
  AssignmentTarget,
  Attachment,
  CallRequest,
  Contact,
  Conversation,
  EditableContactFields,
  Json,
  JsonObject,
  LocalizedText,
  Moment,
  Priority,
  QuickReply,
  Variables,
  VisitorSession,
  Workspace,
} from "#core/domain";

/** What a step, or an action inside Switchboard, may know. Everything it wants done goes into its result. */
export interface ActionContext {
  readonly now: Moment;
  readonly workspace: Workspace;
  readonly contact: Contact;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
  readonly variables: Variables;
  /** What this step remembered at an earlier visit of this run; null the first time. */
  readonly memory: Json;
  readonly triggerInputs: JsonObject;
  readonly language: string;
  /** Renders a template; a missing value renders as nothing and is noted in the visit's evidence. `markdown` escapes the values. */
  readonly render: (template: string, target: "markdown" | "plain") => string;
  /** Renders the variant of a text in the run's language, else in the workspace's, else the first. */
  readonly say: (text: LocalizedText, target: "markdown" | "plain") => string;
  /** The value of a path such as `contact.email` or `choice`; undefined when there is none. */
  readonly lookUp: (path: string) => Json | undefined;
  /** Throws a die of so many sides: a whole number from 0 below `sides`, the same again on replay, and not to be guessed from ids. */
  readonly draw: (sides: number) => number;
}

/** Something a step wants done, as data; the engine gives it ids and a key. */
export type StepEffect =
  | {
      readonly type: "send_message";
      readonly text: string;
      readonly quickReplies?: readonly QuickReply[];
      readonly answerInput?: AnswerInput;
      readonly attachments?: readonly Attachment[];
      /** Set when a model wrote it: labelled as such wherever it is shown. */
      readonly writtenBy?: { readonly aiAgentId: AiAgentId | null };
    }
  /** A private note; the team alone sees it. */
  | { readonly type: "add_note"; readonly text: string }
  | { readonly type: "set_variable"; readonly name: string; readonly value: Json }
  | { readonly type: "change_contact"; readonly fields: EditableContactFields }
  /** The contact proved that this address is theirs. */
  | { readonly type: "prove_email"; readonly email: string }
  | {
      readonly type: "change_tags";
      readonly of: "contact" | "conversation";
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly type: "set_priority"; readonly priority: Priority }
  | { readonly type: "snooze"; readonly until: Moment }
  /** The contact rated the conversation; the scale says what the score is out of. */
  | { readonly type: "set_rating"; readonly score: number; readonly scale: string }
  | {
      readonly type: "request_assignment";
      readonly target: AssignmentTarget;
      readonly policy: "round_robin" | "least_open";
      readonly onlineOnly: boolean;
      readonly openLimit: number | null;
    }
  | { readonly type: "assign_ai_agent"; readonly aiAgentId: AiAgentId }
  /** Empties the assignee; the team stays. */
  | { readonly type: "unassign" }
  /** Asks somebody else’s machine, after the commit. The answer comes back as a `call` event to a step that waits for it. */
  | {
      readonly type: "call";
      readonly request: CallRequest;
      readonly isRepeatable: boolean;
      readonly timeoutSeconds: number;
    }
  | { readonly type: "close_conversation" }
  /** Keeps a value for this step's next visit in the same run: `StepContext.memory`. */
  | { readonly type: "remember"; readonly value: Json };
