import type {
  AiAgentId,
  CallId,
  ContactId,
  ConversationId,
  MessageId,
  RunId,
  VisitId,
} from "./ids.ts";
import type { Problem } from "./problem.ts";
import type { Json, JsonObject, Moment } from "./values.ts";

/** What is asked of somebody else’s machine. */
export type CallRequest =
  /** An action of an integration, by its name with version: `shopify.find_order@1`. */
  | {
      readonly kind: "action";
      readonly action: string;
      readonly input: JsonObject;
      /** What the input moves, for limits; null when it moves no money. */
      readonly amount: { readonly value: number; readonly currency: string | null } | null;
      readonly limits: ActionLimits | null;
    }
  /** A text or a verdict of a language model, in the voice of an AI agent. */
  | {
      readonly kind: "model";
      readonly purpose: "message" | "condition";
      readonly aiAgentId: AiAgentId | null;
      readonly prompt: string;
      readonly mayQuoteKnowledge: boolean;
      readonly language: string;
    }
  /** A message to be carried by a channel other than the widget. */
  | { readonly kind: "message"; readonly messageId: MessageId; readonly channel: string }
  /** A mail that belongs to no conversation, such as the code that proves an address. */
  | {
      readonly kind: "mail";
      readonly to: string;
      readonly subject: string;
      readonly text: string;
    };

/** Limits of one use of an action (SPEC 3 “Run Action”); null means none. */
export interface ActionLimits {
  readonly perCall: number | null;
  /** Sum for one contact in 30 days. */
  readonly perContact: number | null;
  /** Sum in the workspace in one day of its timezone. */
  readonly perDay: number | null;
}

/** A call effect: committed with the run’s state, made afterwards, at least once under the same key. */
export interface Call {
  readonly id: CallId;
  /** run + visit + number; a provider that takes keys gets this one. */
  readonly key: string;
  readonly contactId: ContactId;
  readonly conversationId: ConversationId | null;
  readonly runId: RunId | null;
  readonly visitId: VisitId | null;
  readonly request: CallRequest;
  /** Whether the same call may be made again when nobody knows if it was done. */
  readonly isRepeatable: boolean;
  readonly timeoutSeconds: number;
  /** A person said yes to making it again under the same key although nobody knows whether it was done. */
  readonly isResent?: boolean;
  readonly createdAt: Moment;
}

/** What a call came to. An unknown outcome is never repeated by itself. */
export type CallOutcome =
  | { readonly kind: "done"; readonly output: Json }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "unknown"; readonly problem: Problem };

/** What one attempt at a call came to, as whoever made it can tell; dispatch decides what follows. */
export type CallAnswer =
  | { readonly kind: "done"; readonly output: Json }
  /** Refused for good: the same call would be refused again. Nothing was done. */
  | { readonly kind: "failed"; readonly problem: Problem }
  /** Nothing was done and another attempt may succeed: no connection, too many requests. */
  | {
      readonly kind: "not_done";
      readonly problem: Problem;
      /** How long the other machine asks to be left alone; null when it does not say. */
      readonly retryAfterMs: number | null;
    }
  /** It may have been done: no answer in time, a connection lost after the first byte, a failure over there. */
  | { readonly kind: "unknown"; readonly problem: Problem };
