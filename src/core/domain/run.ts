import type { AssignmentOutcome } from "./assignment.ts";
import type { CallOutcome } from "./call.ts";
import type { UploadedFile } from "./conversation.ts";
import type {
  ContactId,
  ConversationId,
  EventId,
  RunId,
  StepId,
  TimerId,
  VersionId,
  VisitId,
  VisitorSessionId,
  WorkflowId,
} from "./ids.ts";
import type { Problem } from "./problem.ts";
import type { Json, JsonObject, Moment, Variables } from "./values.ts";

export const runStates = [
  "running",
  "waiting",
  "paused",
  "completed",
  "failed",
  "cancelled",
  "expired",
] as const;
export type RunState = (typeof runStates)[number];
export const finalRunStates: readonly RunState[] = ["completed", "failed", "cancelled", "expired"];

export const waitKinds = [
  "reply",
  "confirmation",
  "time",
  "assignee",
  "action",
  "delivery",
  "ai_agent",
  "child",
  "floor",
] as const;
export type WaitKind = (typeof waitKinds)[number];

/** What a parked run expects. Its timers are rows of their own and name the visit. */
export interface Wait {
  readonly for: WaitKind;
  /** Whether the contact's next message belongs to this wait. */
  readonly takesReply: boolean;
  /** Names of timers set with the wait and the moments they are due. */
  readonly timers: readonly { readonly name: string; readonly dueAt: Moment }[];
  /** Survives the conversation's closing (SPEC 3 Wait "keep after close"). */
  readonly keepAfterClose: boolean;
  /** An answer to it leaves a closed conversation closed, such as a rating. */
  readonly keepsClosed?: boolean;
}

export type RunOutcome =
  | { readonly kind: "conversation_closed" }
  | { readonly kind: "handed_over" }
  /** The contact wants a person and the step has no path for it: the fallback acts at once. */
  | { readonly kind: "asked_for_person" }
  | { readonly kind: "ended"; readonly stepId: StepId | null; readonly path: string | null }
  /** Failed, cancelled or expired; where it stood, for a retry. */
  | { readonly kind: "stopped"; readonly stepId: StepId | null };

/** The newest call of a run and what is known of it; a retry keeps the key of one that was, or may have been, made. */
export interface LastCall {
  readonly stepId: StepId;
  readonly key: string;
  readonly outcome: CallOutcome["kind"] | null;
}

/** What resumes the step a run waits in. */
export type StepEvent =
  | {
      readonly type: "reply";
      readonly text: string;
      readonly quickReplyId: string | null;
      readonly attachments?: readonly UploadedFile[];
      /** The whole message is a wish to talk to a person: the widget's menu, or a phrase of the workspace's list. */
      readonly asksForPerson: boolean;
    }
  | { readonly type: "timer"; readonly name: string }
  | { readonly type: "assignment"; readonly outcome: AssignmentOutcome }
  /** A place may be free: the step may ask for an assignee again. */
  | { readonly type: "assignment_offered" }
  /** A call of this step came to its end; `key` tells which, when it made several. */
  | { readonly type: "call"; readonly key: string; readonly outcome: CallOutcome }
  /** The workflow this step called has ended. */
  | { readonly type: "child"; readonly result: ChildResult }
  /** What became of a message this step sent on a channel that can fail. */
  | { readonly type: "delivery"; readonly delivery: "sent" | "failed" }
  /** The AI agent that has the conversation is done with it. */
  | { readonly type: "ai_agent"; readonly outcome: AiAgentOutcome }
  /** A member continues a paused question: it is asked again and costs no retry. */
  | { readonly type: "ask_again" };

/** How a called workflow ended, as its caller sees it. */
export type ChildResult =
  | { readonly kind: "completed"; readonly variables: Variables }
  | { readonly kind: "not_completed"; readonly state: RunState; readonly problem: Problem | null };

export const aiAgentOutcomes = ["resolved", "escalated", "no_reply", "failed"] as const;
export type AiAgentOutcome = (typeof aiAgentOutcomes)[number];

/** Something that came while the run was paused: stored whole, so that "continue" needs no other record. */
export interface HeldEvent {
  readonly eventId: EventId;
  readonly event: StepEvent;
}

/** One execution of one version for one contact. Final states never change. */
export interface Run {
  readonly id: RunId;
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId;
  readonly contactId: ContactId;
  readonly conversationId: ConversationId | null;
  readonly state: RunState;
  /** Whether this run can speak to the contact and so holds the floor; copied from its version. */
  readonly isCustomerFacing: boolean;
  /** The visit the run stands in; null before the first step and after the end. */
  readonly visitId: VisitId | null;
  readonly stepId: StepId | null;
  readonly wait: Wait | null;
  /** The current step's own state between enter and resume. */
  readonly visitState: Json;
  readonly variables: Variables;
  /** What steps remember from one visit to the next, by step id; own properties only. */
  readonly memories: { readonly [stepId: string]: Json };
  /** The trigger's inputs: `{{ trigger.… }}`. */
  readonly triggerInputs: JsonObject;
  readonly visitCount: number;
  /** Counts made for this run so far; with run and visit it makes every effect's key. */
  readonly effectCount: number;
  /** Fixed for the run (SPEC 3). */
  readonly language: string;
  /** The run that waits for this one’s end; null when nobody does. */
  readonly parentRunId: RunId | null;
  /** The run under whose hold of the floor this one speaks: itself, or the first of its callers. */
  readonly floorRunId: RunId;
  /** Calls, hand-overs and caused starts from the first run to this one; at most 10. */
  readonly depth: number;
  /** Visits that the runs before this one in that chain had used: the step budget is one for all. */
  readonly visitsBefore: number;
  /** The failed run that this one takes up again. */
  readonly retryOfRunId: RunId | null;
  /** When the run expires; moved on by the time it spends in Wait steps. */
  readonly expiresAt: Moment;
  readonly lastCall: LastCall | null;
  /** When its newest answer was taken: what follows within 2 s is filed with it (SPEC 3). */
  readonly answeredAt: Moment | null;
  /** What came while paused, stored and not applied, oldest first. */
  readonly heldEvents: readonly HeldEvent[];
  readonly startedByEventId: EventId;
  readonly startedAt: Moment;
  readonly endedAt: Moment | null;
  readonly outcome: RunOutcome | null;
  readonly problem: Problem | null;
}

/** One arrival of a run at a step, with how it left and why. */
export interface Visit {
  readonly id: VisitId;
  readonly runId: RunId;
  readonly stepId: StepId;
  /** 1 for the run's first visit; orders the visits of a run. */
  readonly number: number;
  readonly enteredAt: Moment;
  readonly leftAt: Moment | null;
  /** The output path taken; null while waiting or when the run ended here. */
  readonly path: string | null;
  /** What was seen when deciding: condition values, answers tried, assignment candidates. */
  readonly evidence: readonly JsonObject[];
  readonly problem: Problem | null;
}

/** A stored moment that will become a `timer_due` event: of a run’s visit, or of a conversation. */
export interface Timer {
  readonly id: TimerId;
  readonly contactId: ContactId;
  readonly runId: RunId | null;
  readonly visitId: VisitId | null;
  readonly conversationId: ConversationId | null;
  readonly name: string;
  readonly dueAt: Moment;
}

/** A started run whose goal may still be reached, also after its end. */
export interface PendingGoal {
  readonly runId: RunId;
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId;
  readonly until: Moment;
}

/** What a contact was shown of proactive workflows, and what they dismissed, within the last 7 days (SPEC 2). */
export interface Attention {
  readonly shows: readonly {
    readonly workflowId: WorkflowId;
    readonly visitorSessionId: VisitorSessionId | null;
    readonly startedAt: Moment;
    /** Null until the page says that it showed the greeting. */
    readonly shownAt: Moment | null;
  }[];
  readonly dismissals: readonly {
    readonly workflowId: WorkflowId;
    readonly visitorSessionId: VisitorSessionId | null;
    readonly at: Moment;
  }[];
}

/** The attention of a contact who was shown nothing. */
export const noAttention: Attention = { shows: [], dismissals: [] };

/** Why a workflow did not start: the first reason in this order (SPEC 2 "non-start ledger"). */
export const nonStartReasons = [
  "not_published",
  "not_active_now",
  "condition",
  "frequency",
  "person_has_floor",
  "ai_agent_has_floor",
  "run_has_floor",
  "attention_budget",
  "lost_to_higher_workflow",
] as const;
export type NonStartReason = (typeof nonStartReasons)[number];

/** One workflow's answer to one event: started, or not started with the first reason and its evidence. */
export interface TriggerDecision {
  readonly eventId: EventId;
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId | null;
  readonly contactId: ContactId;
  readonly conversationId: ConversationId | null;
  readonly result: "started" | "not_started";
  readonly runId: RunId | null;
  readonly reason: NonStartReason | null;
  readonly evidence: JsonObject;
  readonly decidedAt: Moment;
}

/** Every start of one workflow for one contact, kept for ever: what frequency counts. */
export interface WorkflowStarts {
  readonly workflowId: WorkflowId;
  readonly firstAt: Moment;
  readonly lastAt: Moment;
  readonly count: number;
  /** The visitor session of the newest start, for "once per session". */
  readonly lastVisitorSessionId: string | null;
}
