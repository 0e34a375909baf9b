import type {
  CallOutcome,
  ContactId,
  AssignmentRequest,
  ConversationId,
  Event,
  MemberId,
  Moment,
  Presence,
  Problem,
  RunId,
  TeamId,
  VisitId,
  WorkspaceId,
} from "#core/domain";
import type { LaneChanges } from "#core/engine";
import { fromMoment, fromMomentOrNull } from "../moments.ts";
import { WRITE_CALLS } from "../outbox/write-calls.ts";
import { fromCall } from "../rows/call-row.ts";
import { fromContact } from "../rows/contact-row.ts";
import { fromConversation } from "../rows/conversation-row.ts";
import {
  fromAssignmentRecord,
  fromTriggerDecision,
  fromWorkflowStarts,
} from "../rows/decision-rows.ts";
import { fromMessage } from "../rows/message-row.ts";
import { fromPendingGoal } from "../rows/pending-goal-row.ts";
import { fromRun, fromVisit } from "../rows/run-row.ts";
import { fromTimer } from "../rows/timer-row.ts";
import { fromVisitorSession } from "../rows/visitor-session-row.ts";
import {
  type InsightCount,
  sumCounts,
  toInsightRow,
  WRITE_INSIGHTS,
} from "../insights/insight-count.ts";
import type { Session } from "../store.ts";
import { type LaneName, toLaneId } from "./open-batch.ts";
import { WRITE_EVENTS, WRITE_GOALS_REACHED, WRITE_LANES, WRITE_RUNS } from "./write-statements.ts";

/** A run that waits for an assignee, as it is found when a place is free. */
export interface AssignmentWait {
  readonly runId: RunId;
  readonly visitId: VisitId;
  readonly conversationId: ConversationId;
  /** Both null: anybody of the workspace. */
  readonly teamId: TeamId | null;
  readonly memberId: MemberId | null;
  readonly policy: AssignmentRequest["policy"];
  readonly onlineOnly: boolean;
  readonly openLimit: number | null;
  readonly since: Moment;
  /** 0 low to 3 urgent: higher ones are served first. */
  readonly priority: number;
}

/** All that one lane's events changed, each row once. */
export interface LaneWrite {
  readonly lane: LaneName;
  readonly changes: LaneChanges;
  /** Runs that became unfinished with this batch, and those that were and are not any more. */
  readonly runsBegun: readonly RunId[];
  readonly runsFinished: readonly RunId[];
  readonly waits: readonly AssignmentWait[];
  readonly waitsEnded: readonly RunId[];
  /** Waits that stay and have another priority now. */
  readonly waitsMoved: readonly { readonly runId: RunId; readonly priority: number }[];
  /** What its runs add to the insights; nothing where a contact only tries things out. */
  readonly counts: readonly Omit<InsightCount, "workspaceId">[];
}

export interface EventWrite {
  readonly event: Event;
  /** Not stored before this batch. */
  readonly isNew: boolean;
  readonly state: "pending" | "processed" | "set_aside";
  readonly problem: Problem | null;
  readonly conversationId: ConversationId | null;
  /** What the engine took for now; null while it is pending. */
  readonly handledAt: Moment | null;
}

/** A change of a member's row; the caller holds its lock. */
export interface MemberWrite {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
  readonly openCountChange: number;
  readonly presence: Presence | null;
}

/** Whose turn was last in a team, or with `teamId` null in the whole workspace; the caller holds its lock. */
export interface RotationWrite {
  readonly workspaceId: WorkspaceId;
  readonly teamId: TeamId | null;
  readonly lastMemberId: MemberId | null;
}

export interface BatchWrite {
  readonly lanes: readonly LaneWrite[];
  readonly events: readonly EventWrite[];
  readonly members: readonly MemberWrite[];
  readonly rotations: readonly RotationWrite[];
  readonly now: Moment;
}

/**
 * Writes everything a batch decided in a few statements sent together, however many lanes there are.
 * Decides nothing: same changes, same rows. A statement with nothing to write is not sent.
 * Returns lanes that asked for calls made before: each has the recorded outcome as a pending event.
 */
export async function writeBatch(session: Session, batch: BatchWrite): Promise<LaneName[]> {
  const { lanes } = batch;
  const [answered] = await Promise.all([
    writeCalls(session, batch),
    send(session, "write_lanes", WRITE_LANES, [
      rowsOf(lanes, ({ changes }) =>
        changes.contact === null ? [] : [fromContact(changes.contact)],
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.visitorSessions.map((row) => fromVisitorSession(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.conversations.map((row) => fromConversation(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.messages.map((row) => fromMessage(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.attention === null
          ? []
          : [
              {
                workspace_id: lane.workspaceId,
                contact_id: lane.contactId,
                data: changes.attention,
              },
            ],
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.deliveries.map(({ messageId, delivery }) => ({
          workspace_id: lane.workspaceId,
          message_id: messageId,
          delivery,
        })),
      ),
    ]),
    send(session, "write_runs", WRITE_RUNS, [
      rowsOf(lanes, ({ lane, changes }) =>
        changes.runs.map((row) => fromRun(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, runsBegun }) => runsBegun.map((id) => toActiveRun(lane, id))),
      rowsOf(lanes, ({ lane, runsFinished }) => runsFinished.map((id) => toActiveRun(lane, id))),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.visits.map((row) => fromVisit(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.timersSet.map((row) => fromTimer(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.timersCleared.map((id) => ({
          workspace_id: lane.workspaceId,
          contact_id: lane.contactId,
          timer_id: id,
        })),
      ),
      rowsOf(lanes, ({ lane, waits }) => waits.map((wait) => toWaitRow(lane, wait))),
      rowsOf(lanes, ({ lane, waitsEnded }) =>
        waitsEnded.map((id) => ({ workspace_id: lane.workspaceId, run_id: id })),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.goalsSet.flatMap((row) =>
          lane.contactId === null ? [] : [fromPendingGoal(lane.workspaceId, lane.contactId, row)],
        ),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.goalsOver.map(({ runId }) => ({
          workspace_id: lane.workspaceId,
          contact_id: lane.contactId,
          run_id: runId,
        })),
      ),
      rowsOf(lanes, ({ lane, waitsMoved }) =>
        waitsMoved.map(({ runId, priority }) => ({
          workspace_id: lane.workspaceId,
          run_id: runId,
          priority,
        })),
      ),
    ]),
    send(session, "write_goals_reached", WRITE_GOALS_REACHED, [
      rowsOf(lanes, ({ lane, changes }) =>
        changes.goalsOver.flatMap(({ runId, reachedAt }) =>
          reachedAt === null
            ? []
            : [
                {
                  workspace_id: lane.workspaceId,
                  run_id: runId,
                  goal_reached_at: fromMoment(reachedAt),
                },
              ],
        ),
      ),
    ]),
    send(session, "write_events", WRITE_EVENTS, [
      JSON.stringify(batch.events.filter(({ isNew }) => isNew).map(toEventRow)),
      JSON.stringify(batch.events.filter(({ isNew }) => !isNew).map(toEventResult)),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.decisions.map((row) => fromTriggerDecision(lane.workspaceId, row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.starts.map((row) => fromWorkflowStarts(lane.workspaceId, toLaneId(lane), row)),
      ),
      rowsOf(lanes, ({ lane, changes }) =>
        changes.assignments.map((row) => fromAssignmentRecord(lane.workspaceId, row)),
      ),
      JSON.stringify(batch.members.map(toMemberRow)),
      JSON.stringify(batch.rotations.filter(({ teamId }) => teamId !== null).map(toRotationRow)),
      JSON.stringify(batch.rotations.filter(({ teamId }) => teamId === null).map(toRotationRow)),
    ]),
    send(session, "write_insights", WRITE_INSIGHTS, [
      JSON.stringify(
        sumCounts(
          lanes.flatMap(({ lane, counts }) =>
            counts.map((count) => ({ ...count, workspaceId: lane.workspaceId })),
          ),
        ).map(toInsightRow),
      ),
    ]),
  ]);
  return answered;
}

const anotherRequest: CallOutcome = {
  kind: "failed",
  problem: {
    code: "request_changed",
    message: "What was called for has changed since, and the same key never sends anything else",
  },
};

async function writeCalls(session: Session, { lanes, now }: BatchWrite): Promise<LaneName[]> {
  const calls = lanes.flatMap(({ lane, changes }) =>
    changes.calls.map((call) => fromCall(lane.workspaceId, call)),
  );
  if (calls.length === 0) return [];
  const rows = await session.query<{ workspace_id: WorkspaceId; lane_id: ContactId }>({
    name: "write_calls",
    text: WRITE_CALLS,
    values: [JSON.stringify(calls), fromMoment(now), JSON.stringify(anotherRequest)],
  });
  return rows.map((row) => ({ workspaceId: row.workspace_id, contactId: row.lane_id }));
}

async function send(
  session: Session,
  name: string,
  text: string,
  values: readonly string[],
): Promise<void> {
  if (values.some((rows) => rows !== "[]")) await session.query({ name, text, values });
}

const rowsOf = (lanes: readonly LaneWrite[], rows: (lane: LaneWrite) => readonly object[]) =>
  JSON.stringify(lanes.flatMap(rows));

const toActiveRun = (lane: LaneName, runId: RunId) => ({
  workspace_id: lane.workspaceId,
  contact_id: toLaneId(lane),
  run_id: runId,
});

const toWaitRow = (lane: LaneName, wait: AssignmentWait) => ({
  workspace_id: lane.workspaceId,
  run_id: wait.runId,
  visit_id: wait.visitId,
  contact_id: toLaneId(lane),
  conversation_id: wait.conversationId,
  team_id: wait.teamId,
  member_id: wait.memberId,
  policy: wait.policy,
  online_only: wait.onlineOnly,
  open_limit: wait.openLimit,
  waiting_since: fromMoment(wait.since),
  priority: wait.priority,
  is_offered: false,
});

const toEventRow = ({ event, state, problem, conversationId, handledAt }: EventWrite) => ({
  workspace_id: event.workspaceId,
  event_id: event.id,
  lane_id: toLaneId(event),
  type: event.body.type,
  body: event.body,
  seed: event.seed,
  happened_at: fromMoment(event.happenedAt),
  state,
  problem,
  conversation_id: conversationId,
  handled_at: fromMomentOrNull(handledAt),
});

const toEventResult = ({ event, state, problem, conversationId, handledAt }: EventWrite) => ({
  workspace_id: event.workspaceId,
  event_id: event.id,
  state,
  problem,
  conversation_id: conversationId,
  handled_at: fromMomentOrNull(handledAt),
});

const toMemberRow = (member: MemberWrite) => ({
  workspace_id: member.workspaceId,
  member_id: member.memberId,
  open_count_change: member.openCountChange,
  presence: member.presence,
});

const toRotationRow = (rotation: RotationWrite) => ({
  workspace_id: rotation.workspaceId,
  team_id: rotation.teamId,
  last_member_id: rotation.lastMemberId,
});
