import {
  type Contact,
  type Conversation,
  defaultSettings,
  type Json,
  type JsonObject,
  type Moment,
  type StepId,
  toContactId,
  toConversationId,
  toVisitorSessionId,
  toWorkspaceId,
  type Variables,
  type VisitorSession,
  type Workspace,
  type Occurrence,
} from "#core/domain";
import { type ActionCatalogue, type BoundTrigger, type StepContext, toReaders } from "#core/engine";

/** One moment of a pretended run. Everything is copied, never changed: the search goes back to earlier ones. */
export interface Pretended {
  readonly now: Moment;
  readonly startsAt: Moment;
  readonly trigger: BoundTrigger;
  readonly actions: ActionCatalogue | undefined;
  readonly occurrence: Occurrence;
  /** What was decided about the start, by path; a fact that nothing has looked at is still open. */
  readonly chosen: { readonly [path: string]: Json };
  /** Facts that the run itself has changed: no longer as at the start. */
  readonly written: ReadonlySet<string>;
  readonly contact: Contact;
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession;
  readonly variables: Variables;
  readonly memories: { readonly [stepId: string]: Json };
  readonly triggerInputs: JsonObject;
}

/** Stands for the moment of the start among the facts; no path can be written like this. */
export const clock = ":now";

const id = (kind: number): string =>
  `00000000-0000-7000-8000-${kind.toString(16).padStart(12, "0")}`;

/** A Monday morning. */
const firstMoment = Date.UTC(2026, 2, 2, 9);

const workspace: Workspace = {
  id: toWorkspaceId(id(1)),
  slug: "pretended",
  name: "Pretended",
  timezone: "UTC",
  language: "en",
  isDemo: false,
  settings: defaultSettings,
  aiAgents: [],
  schedules: [],
};

const contact: Contact = {
  id: toContactId(id(2)),
  workspaceId: workspace.id,
  name: null,
  email: null,
  emailVerification: "none",
  phone: null,
  externalId: null,
  lifecycleStage: "lead",
  ownerId: null,
  tags: [],
  custom: {},
  language: null,
  timezone: null,
  firstSeenAt: firstMoment,
  lastSeenAt: firstMoment,
  lastRepliedAt: null,
  lastContactedAt: null,
  isTest: false,
};

const visitorSession: VisitorSession = {
  id: toVisitorSessionId(id(4)),
  contactId: contact.id,
  startedAt: firstMoment,
  lastSeenAt: firstMoment,
  page: { url: "https://shop.example/", title: "", referrer: "" },
  pageCount: 1,
  device: "desktop",
  language: "en",
  pageLanguage: null,
};

/** A conversation on its channel as it is when a run first speaks in it. */
const toConversation = (channel: Conversation["channel"], now: Moment): Conversation => ({
  id: toConversationId(id(3)),
  contactId: contact.id,
  channel,
  status: "open",
  priority: "normal",
  assigneeId: null,
  teamId: null,
  aiAgentId: null,
  lastAssigneeId: null,
  tags: [],
  rating: null,
  snoozedUntil: null,
  linkedConversationId: null,
  lastTeamMessageAt: null,
  unansweredSince: null,
  fallbackActedAt: null,
  floor: { holder: "nobody" },
  isGreeting: false,
  lastSequence: 1,
  contactReadSequence: 0,
  memberReadSequence: 0,
  lastContactMessageAt: null,
  lastContactText: "",
  waitingSince: null,
  openedAt: now,
  closedAt: null,
  lastActivityAt: now,
  preview: "",
});

/** The moment at which this occurrence starts the run; null when the trigger does not match it. */
export const toStart = (
  trigger: BoundTrigger,
  occurrence: Occurrence,
  actions?: ActionCatalogue,
): Pretended | null => {
  const conversation =
    "channel" in occurrence ? toConversation(occurrence.channel, firstMoment) : null;
  const hasWritten =
    occurrence.type === "conversation_opened" || occurrence.type === "message_received";
  const start = {
    now: firstMoment,
    startsAt: firstMoment,
    trigger,
    actions,
    occurrence,
    chosen: {},
    written: new Set<string>(),
    contact: hasWritten ? { ...contact, lastRepliedAt: firstMoment } : contact,
    conversation,
    visitorSession:
      occurrence.type === "detection"
        ? { ...visitorSession, page: occurrence.page }
        : visitorSession,
    variables: {},
    memories: {},
  };
  const matched = trigger.matches(occurrence, start);
  return matched.match === "yes" ? { ...start, triggerInputs: matched.inputs } : null;
};

/** Gives a run that has no conversation yet the one it speaks in. */
export const ensureConversation = (moment: Pretended): Pretended =>
  moment.conversation === null
    ? { ...moment, conversation: toConversation("widget", moment.now) }
    : moment;

/** What a step may know at this moment, or the trigger's conditions; `onRead` hears of every fact that decides. */
export const toContext = (
  moment: Pretended,
  stepId: StepId | null,
  onRead: (path: string) => void = () => {},
): StepContext => {
  const { contact, conversation, visitorSession, variables, triggerInputs } = moment;
  const language = contact.language ?? visitorSession.language ?? workspace.language;
  const facts = {
    now: moment.now,
    workspace,
    contact,
    conversation,
    visitorSession,
    variables,
    triggerInputs,
  };
  const readers = toReaders(facts, language, []);
  // Written out, like the engine's own: a search makes thousands of these.
  return {
    get now() {
      onRead(clock);
      return moment.now;
    },
    workspace,
    contact,
    conversation,
    visitorSession,
    variables,
    memory: recall(moment, stepId),
    triggerInputs,
    language,
    lookUp: (path) => {
      onRead(path);
      return readers.lookUp(path);
    },
    // What a text shows decides no way, so reading it leaves a fact open.
    render: readers.render,
    say: readers.say,
    action: (name) => moment.actions?.get(name),
    draw: () => 0,
  };
};

const recall = ({ memories }: Pretended, stepId: StepId | null): Json =>
  stepId !== null && Object.hasOwn(memories, stepId) ? (memories[stepId] ?? null) : null;
