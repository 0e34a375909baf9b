import type {
  AssignmentOutcome,
  AssignmentRequest,
  Attention,
  Call,
  Contact,
  Conversation,
  ConversationId,
  DeliveryState,
  Event,
  LiveWorkflow,
  Message,
  MessageId,
  Moment,
  PendingGoal,
  Problem,
  Run,
  RunId,
  Timer,
  TimerId,
  TriggerDecision,
  VersionId,
  Visit,
  VisitorSession,
  WorkflowStarts,
  Workspace,
} from "#core/domain";
import type { ActionCatalogue } from "./action-contract.ts";
import type { CompiledVersion } from "./compile.ts";
import type { StepCatalogue } from "./step-contract.ts";
import type { TriggerCatalogue } from "./trigger-contract.ts";

/** One contact's lane as data: all that handling an event may read, held under the lane's lock. */
export interface LaneState {
  readonly contact: Contact;
  readonly visitorSessions: readonly VisitorSession[];
  /** Open ones, those an event or run names, and the newest closed one. */
  readonly conversations: readonly Conversation[];
  /** Every run that is not in a final state. */
  readonly runs: readonly Run[];
  /** The visits those runs stand in. */
  readonly visits: readonly Visit[];
  readonly timers: readonly Timer[];
  readonly starts: readonly WorkflowStarts[];
  readonly attention: Attention;
  /** Goals of this contact’s runs that may still be reached. */
  readonly goals: readonly PendingGoal[];
}

/** A workflow that was taken down, by the version that was live last. */
export interface RetiredWorkflow {
  readonly workflow: LiveWorkflow;
  readonly compiled: CompiledVersion;
  readonly unpublishedAt: Moment;
}

/** What does not belong to the lane and does not change while the event is handled. */
export interface EngineWorld {
  readonly now: Moment;
  readonly workspace: Workspace;
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
  /** Workflows with a live version, highest priority first. */
  readonly live: readonly { readonly workflow: LiveWorkflow; readonly compiled: CompiledVersion }[];
  /** Workflows without a live version that had one in the last 30 days: they start nothing and are only recorded. */
  readonly retired: readonly RetiredWorkflow[];
  /** Any version a run of this lane is pinned to. */
  readonly version: (id: VersionId) => CompiledVersion | undefined;
}

/** A message whose delivery changed. */
export interface MessageDelivery {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly delivery: DeliveryState;
}

/** An assignment made, kept for "why did this come to me". */
export interface AssignmentRecord {
  readonly request: AssignmentRequest;
  readonly outcome: AssignmentOutcome;
  readonly at: Moment;
}

/**
 * Rows to write so that what was decided becomes true. Every row is whole; new and changed are told apart by key.
 * The writer never decides: same changes, same rows.
 */
export interface LaneChanges {
  readonly contact: Contact | null;
  readonly visitorSessions: readonly VisitorSession[];
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly runs: readonly Run[];
  readonly visits: readonly Visit[];
  readonly timersSet: readonly Timer[];
  readonly timersCleared: readonly TimerId[];
  readonly starts: readonly WorkflowStarts[];
  /** The whole of it; null when it has not changed. */
  readonly attention: Attention | null;
  readonly goalsSet: readonly PendingGoal[];
  /** Goals that are over, and when they were reached; null when they were not. */
  readonly goalsOver: readonly { readonly runId: RunId; readonly reachedAt: Moment | null }[];
  /** Call effects for the outbox, in the order in which they are to be made. */
  readonly calls: readonly Call[];
  /** Messages stored before whose delivery is now known better. */
  readonly deliveries: readonly MessageDelivery[];
  readonly decisions: readonly TriggerDecision[];
  readonly assignments: readonly AssignmentRecord[];
}

/** The result of handling one event: the lane afterwards, what to write, and wishes that need other locks. */
export interface LaneOutcome {
  readonly lane: LaneState;
  readonly changes: LaneChanges;
  /** To be settled by the runner in the same transaction; each answer comes back as `assignment_settled`. */
  readonly requests: readonly AssignmentRequest[];
  /** Events that follow from this one in the same lane, to be handled next and in the same transaction. */
  readonly followUps: readonly Event[];
  /** Set when the event could not be applied as meant (stale timer, unknown run, floor taken): recorded, never thrown. */
  readonly problem: Problem | null;
}

/** Handles one event in one lane: applies it, routes it to the run that waits for it, else decides which workflows start, and walks. */
export type HandleEvent = (world: EngineWorld, lane: LaneState, event: Event) => LaneOutcome;
