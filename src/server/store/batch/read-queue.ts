import type {
  AssignmentRequest,
  ConversationId,
  MemberId,
  Moment,
  RunId,
  TeamId,
  VisitId,
  WorkspaceId,
} from "#core/domain";
import { type SqlMoment, toMoment } from "../moments.ts";
import type { Session } from "../store.ts";
import { WANTED_MEMBERS, type WantedMembers, toColumns } from "./lock-members.ts";

/** A run in the queue that some of the members we hold could serve. */
export interface QueuedWait {
  readonly workspaceId: WorkspaceId;
  readonly request: AssignmentRequest & { readonly runId: RunId };
  readonly priority: number;
  readonly since: Moment;
  /** It has been told of a free place and will ask. */
  readonly isOffered: boolean;
  /** Those of the members we hold who belong to what it asked for; null: all of them. */
  readonly memberIds: readonly MemberId[] | null;
}

/** As many of one team are looked at; behind them nobody jumps the queue by more than a moment. */
const LOOKED_AT = 256;

interface Row {
  workspace_id: WorkspaceId;
  run_id: RunId;
  visit_id: VisitId;
  conversation_id: ConversationId;
  team_id: TeamId | null;
  member_id: MemberId | null;
  policy: AssignmentRequest["policy"];
  online_only: boolean;
  open_limit: number | null;
  priority: number;
  waiting_since: SqlMoment;
  is_offered: boolean;
  member_ids: MemberId[] | null;
}

/** Reads who waits for any of these members, whichever team or workspace it asked for; the caller holds their locks. */
export async function readQueue(session: Session, wanted: WantedMembers): Promise<QueuedWait[]> {
  const rows = await session.query<Row>({
    name: "read_queue",
    text: READ_QUEUE,
    values: toColumns(wanted),
  });
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    request: {
      key: "",
      runId: row.run_id,
      visitId: row.visit_id,
      conversationId: row.conversation_id,
      target: toTarget(row),
      policy: row.policy,
      onlineOnly: row.online_only,
      openLimit: row.open_limit,
    },
    priority: row.priority,
    since: toMoment(row.waiting_since),
    isOffered: row.is_offered,
    memberIds: row.member_ids,
  }));
}

const toTarget = ({ team_id, member_id }: Row): AssignmentRequest["target"] => {
  if (team_id !== null) return { kind: "team", teamId: team_id };
  return member_id === null ? { kind: "workspace" } : { kind: "member", memberId: member_id };
};

const IN_ORDER = `order by priority desc, waiting_since, run_id limit ${LOOKED_AT}`;

// By team_member_member, then assignment_wait_team, assignment_wait_member and assignment_wait_anybody
const READ_QUEUE = `
with wanted as materialized (${WANTED_MEMBERS}), pool as materialized (
  select tm.workspace_id, tm.team_id, array_agg(tm.member_id order by tm.member_id) as member_ids
  from wanted join team_member tm using (workspace_id, member_id) group by 1, 2
)
select w.*, pool.member_ids from pool cross join lateral (
  select * from assignment_wait w where w.workspace_id = pool.workspace_id and w.team_id = pool.team_id ${IN_ORDER}
) w
union all
select w.*, array[wanted.member_id] from wanted cross join lateral (
  select * from assignment_wait w where w.workspace_id = wanted.workspace_id and w.member_id = wanted.member_id ${IN_ORDER}
) w
union all
select w.*, null from (select distinct workspace_id from wanted) wanted cross join lateral (
  select * from assignment_wait w where w.workspace_id = wanted.workspace_id and w.team_id is null and w.member_id is null ${IN_ORDER}
) w`;
