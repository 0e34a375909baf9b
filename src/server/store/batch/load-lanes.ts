import type {
  Attention,
  Conversation,
  ConversationId,
  Contact,
  Event,
  EventBody,
  EventId,
  PendingGoal,
  Run,
  RunId,
  Timer,
  Visit,
  VisitorSession,
  VisitorSessionId,
  WorkflowStarts,
  WorkspaceId,
} from "#core/domain";
import { type SqlMoment, toMoment } from "../moments.ts";
import { type ContactRow, toContact } from "../rows/contact-row.ts";
import { type ConversationRow, toConversation } from "../rows/conversation-row.ts";
import { type WorkflowStartsRow, toWorkflowStarts } from "../rows/decision-rows.ts";
import { type PendingGoalRow, toPendingGoal } from "../rows/pending-goal-row.ts";
import { type RunRow, type VisitRow, toRun, toVisit } from "../rows/run-row.ts";
import { type TimerRow, toTimer } from "../rows/timer-row.ts";
import { type VisitorSessionRow, toVisitorSession } from "../rows/visitor-session-row.ts";
import type { WorkspaceRow } from "../rows/workspace-row.ts";
import type { Session } from "../store.ts";
import { type LaneName, toLaneId, toLaneKey } from "./open-batch.ts";

/** At most this many pending events of a lane are taken at once; more wait for the next batch. */
export const PENDING_PER_LANE = 128;

/** A lane as its rows say. `contact` is null for the workspace's lane and for a contact that is being made. */
export interface LoadedLane {
  contact: Contact | null;
  visitorSessions: VisitorSession[];
  conversations: Conversation[];
  runs: Run[];
  visits: Visit[];
  timers: Timer[];
  starts: WorkflowStarts[];
  attention: Attention;
  goals: PendingGoal[];
  /** Accepted and not yet processed, oldest first. */
  pending: Event[];
}

export interface LoadedBatch {
  readonly lanes: ReadonlyMap<string, LoadedLane>;
  readonly workspaces: ReadonlyMap<WorkspaceId, WorkspaceRow>;
}

/** What events name besides their lane: closed conversations and older visitor sessions. */
export interface NamedByEvents {
  readonly conversationIds: readonly ConversationId[];
  /** Runs that have ended. */
  readonly runIds: readonly RunId[];
  readonly visitorSessionIds: readonly VisitorSessionId[];
}

interface PendingRow {
  event_id: EventId;
  workspace_id: WorkspaceId;
  body: EventBody;
  seed: string;
  happened_at: SqlMoment;
}

type LoadedRow = { lane_id: string } & (
  | { kind: "workspace"; data: WorkspaceRow }
  | { kind: "contact"; data: ContactRow }
  | { kind: "visitor_session"; data: VisitorSessionRow }
  | { kind: "conversation"; data: ConversationRow }
  | { kind: "run"; data: RunRow }
  | { kind: "visit"; data: VisitRow }
  | { kind: "timer"; data: TimerRow }
  | { kind: "starts"; data: WorkflowStartsRow }
  | { kind: "attention"; data: { data: Attention } }
  | { kind: "goal"; data: PendingGoalRow }
  | { kind: "pending"; data: PendingRow }
);

/** Loads everything that handling events in these lanes may read, in one statement; the caller holds their locks. */
export async function loadLanes(
  session: Session,
  lanes: readonly LaneName[],
  named: NamedByEvents,
): Promise<LoadedBatch> {
  const rows = await session.query<LoadedRow>({
    name: "load_lanes",
    text: LOAD,
    values: [
      lanes.map(({ workspaceId }) => workspaceId),
      lanes.map(toLaneId),
      named.conversationIds,
      named.visitorSessionIds,
      named.runIds,
    ],
  });
  const loaded = new Map<string, LoadedLane>();
  const byLaneId = new Map<string, { lane: LaneName; into: LoadedLane }>();
  for (const lane of lanes) {
    const into = emptyLane();
    loaded.set(toLaneKey(lane), into);
    byLaneId.set(toLaneId(lane), { lane, into });
  }
  const workspaces = new Map<WorkspaceId, WorkspaceRow>();
  for (const row of rows) {
    if (row.kind === "workspace") workspaces.set(row.data.workspace_id, row.data);
    else {
      const found = byLaneId.get(row.lane_id);
      if (found !== undefined) place(row, found.lane, found.into);
    }
  }
  return { lanes: loaded, workspaces };
}

const emptyLane = (): LoadedLane => ({
  contact: null,
  visitorSessions: [],
  conversations: [],
  runs: [],
  visits: [],
  timers: [],
  starts: [],
  attention: { shows: [], dismissals: [] },
  goals: [],
  pending: [],
});

function place(
  row: Exclude<LoadedRow, { kind: "workspace" }>,
  lane: LaneName,
  into: LoadedLane,
): void {
  switch (row.kind) {
    case "contact":
      into.contact = toContact(row.data);
      return;
    case "visitor_session":
      into.visitorSessions.push(toVisitorSession(row.data));
      return;
    case "conversation":
      into.conversations.push(toConversation(row.data));
      return;
    case "run":
      into.runs.push(toRun(row.data));
      return;
    case "visit":
      into.visits.push(toVisit(row.data));
      return;
    case "timer":
      into.timers.push(toTimer(row.data));
      return;
    case "starts":
      into.starts.push(toWorkflowStarts(row.data));
      return;
    case "attention":
      into.attention = row.data.data;
      return;
    case "goal":
      into.goals.push(toPendingGoal(row.data));
      return;
    case "pending":
      into.pending.push({
        id: row.data.event_id,
        workspaceId: row.data.workspace_id,
        contactId: lane.contactId,
        seed: row.data.seed,
        happenedAt: toMoment(row.data.happened_at),
        body: row.data.body,
      });
  }
}

// Each part by an index that starts with (workspace_id, lane): contact_pkey, visitor_session_contact, conversation_contact,
// active_run_pkey + run_contact, visit_pkey backwards, timer_contact, workflow_contact_start_contact, contact_attention_pkey,
// pending_goal_pkey, event_pending.
// "offset 0" and "limit" keep each lane's look-up by itself: left to choose, the planner reads small and busy tables
// as a whole, dead rows included.
const LOAD = `
with wanted as materialized (
  select workspace_id, lane_id from unnest($1::uuid[], $2::uuid[]) as w (workspace_id, lane_id)
), pending as materialized (
  select w.lane_id, e.* from wanted w cross join lateral (
    select event_id, workspace_id, body, seed, happened_at, position from event
    where event.workspace_id = w.workspace_id and event.lane_id = w.lane_id and state = 'pending'
    order by position limit ${PENDING_PER_LANE}
  ) e
), active as materialized (
  select r.* from wanted w cross join lateral (
    select workspace_id, contact_id, run_id from active_run a
    where a.workspace_id = w.workspace_id and a.contact_id = w.lane_id offset 0
  ) a cross join lateral (
    select * from run
    where run.workspace_id = a.workspace_id and run.contact_id = a.contact_id and run.run_id = a.run_id limit 1
  ) r
)
select 'workspace' as kind, workspace_id as lane_id, row_to_json(x) as data from (
  select workspace_id, slug, name, timezone, language, is_demo, config_revision, settings, (
    select coalesce(json_agg(json_build_object('id', ai_agent_id, 'name', name) order by created_at), '[]')
    from ai_agent a where a.workspace_id = workspace.workspace_id and a.deleted_at is null
  ) as ai_agents from workspace
  where workspace_id in (select workspace_id from wanted)
) x
union all
select 'contact', contact_id, row_to_json(c) from wanted w cross join lateral (
  select * from contact where contact.workspace_id = w.workspace_id and contact.contact_id = w.lane_id offset 0
) c
union all
select 'visitor_session', s.contact_id, row_to_json(s) from wanted w cross join lateral (
  (select * from visitor_session v where v.workspace_id = w.workspace_id and v.contact_id = w.lane_id order by started_at desc limit 3)
  union
  (select * from visitor_session v where v.workspace_id = w.workspace_id and v.contact_id = w.lane_id and v.visitor_session_id = any($4::uuid[]))
) s
union all
select 'conversation', c.contact_id, row_to_json(c) from wanted w cross join lateral (
  select * from conversation c where c.workspace_id = w.workspace_id and c.contact_id = w.lane_id
  and (c.status = 'open' or c.conversation_id = any($3::uuid[])
    or c.conversation_id in (select conversation_id from active)
    or c.conversation_id::text in (select body->>'conversationId' from pending)
    or c.conversation_id = (select conversation_id from conversation n where n.workspace_id = w.workspace_id and n.contact_id = w.lane_id
      and n.status = 'closed' order by n.opened_at desc limit 1))
  offset 0
) c
union all
select 'run', contact_id, row_to_json(active) from active
union all
select 'run', r.contact_id, row_to_json(r) from wanted w cross join lateral (
  select * from run where run.workspace_id = w.workspace_id and run.contact_id = w.lane_id
  and (run.run_id = any($5::uuid[]) or run.run_id::text in (select body->>'runId' from pending where body->>'type' = 'run_retried'))
  and run.state in ('completed', 'failed', 'cancelled', 'expired') offset 0
) r
union all
select 'visit', r.contact_id, row_to_json(v) from active r cross join lateral (
  select * from visit where visit.workspace_id = r.workspace_id and visit.run_id = r.run_id order by number desc limit 1
) v
union all
select 'timer', t.contact_id, row_to_json(t) from wanted w cross join lateral (
  select * from timer where timer.workspace_id = w.workspace_id and timer.contact_id = w.lane_id offset 0
) t
union all
select 'starts', s.contact_id, row_to_json(s) from wanted w cross join lateral (
  select * from workflow_contact_start s where s.workspace_id = w.workspace_id and s.contact_id = w.lane_id offset 0
) s
union all
select 'attention', a.contact_id, row_to_json(a) from wanted w cross join lateral (
  select contact_id, data from contact_attention a where a.workspace_id = w.workspace_id and a.contact_id = w.lane_id limit 1
) a
union all
select 'goal', g.contact_id, row_to_json(g) from wanted w cross join lateral (
  select * from pending_goal g where g.workspace_id = w.workspace_id and g.contact_id = w.lane_id offset 0
) g
union all
(select 'pending', lane_id, row_to_json(pending) from pending order by position)`;
