import type { ContactId, Moment, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import { toMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** Names a lane: one contact, or the workspace itself where `contactId` is null. */
export interface LaneName {
  readonly workspaceId: WorkspaceId;
  readonly contactId: ContactId | null;
}

/** The workspace's own lane bears the workspace's id. */
export const toLaneId = (lane: LaneName): string => lane.contactId ?? lane.workspaceId;
export const toLaneKey = (lane: LaneName): string => `${lane.workspaceId}/${toLaneId(lane)}`;

/** What became of a wanted lane: locked by us, held by another process, or not there. */
export type LaneGrip = "locked" | "held_elsewhere" | "missing";

export interface OpenBatch {
  /** The database's clock, read once: every process judges by the same one. */
  readonly databaseNow: Moment;
  readonly grips: ReadonlyMap<string, LaneGrip>;
}

// Every statement of a batch wants the index, whatever the tables looked like when its plan was made;
// planning them anew would cost more than running them.
const SET_UP = `select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
  set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), clock_timestamp() as now`;

/**
 * Opens the batch's transaction and locks its lanes, in one round trip. Lanes another process holds are skipped.
 * Those named in `created` are made first; a lane made here is locked by its being ours.
 */
export async function openBatch(
  session: Session,
  lanes: readonly LaneName[],
  created: readonly LaneName[],
): Promise<OpenBatch> {
  const [, [clock], rows] = await Promise.all([
    session.query({ name: "begin", text: "begin" }),
    session.query<{ now: SqlMoment }>({ name: "set_up_batch", text: SET_UP }),
    session.query<{ lane: string; grip: LaneGrip }>({
      name: "batch_lanes",
      text: LOCK_LANES,
      values: [...toColumns(lanes), ...toColumns(created)],
    }),
  ]);
  if (clock === undefined) throw new Error("the database told no time");
  return {
    databaseNow: toMoment(clock.now),
    grips: new Map(rows.map(({ lane, grip }) => [lane, grip])),
  };
}

const toColumns = (lanes: readonly LaneName[]) => [
  lanes.map(({ workspaceId }) => workspaceId),
  lanes.map(toLaneId),
];

// By the primary key of lane. Made and locked in id order, so that two processes never wait for each other crosswise.
const LOCK_LANES = `
with made as (
  insert into lane (workspace_id, lane_id)
  select workspace_id, lane_id from unnest($3::uuid[], $4::uuid[]) as c (workspace_id, lane_id)
  where not exists (select from lane where lane.workspace_id = c.workspace_id and lane.lane_id = c.lane_id)
  order by 1, 2
  on conflict do nothing returning workspace_id, lane_id
), wanted as (
  select workspace_id, lane_id from unnest($1::uuid[], $2::uuid[]) as w (workspace_id, lane_id) order by 1, 2
), locked as (
  select lane.workspace_id, lane.lane_id from wanted join lane using (workspace_id, lane_id)
  for update of lane skip locked
)
select w.workspace_id || '/' || w.lane_id as lane,
  case
    when exists (select from locked l where l.workspace_id = w.workspace_id and l.lane_id = w.lane_id)
      or exists (select from made m where m.workspace_id = w.workspace_id and m.lane_id = w.lane_id) then 'locked'
    when exists (select from lane where lane.workspace_id = w.workspace_id and lane.lane_id = w.lane_id)
      or exists (select from unnest($3::uuid[], $4::uuid[]) as c (workspace_id, lane_id)
        where c.workspace_id = w.workspace_id and c.lane_id = w.lane_id) then 'held_elsewhere'
    else 'missing'
  end as grip
from wanted w`;
