import type { ContactId, EventId, MemberId, Moment, TeamId, WorkspaceId } from "#core/domain";
import { fromMoment } from "../moments.ts";
import type { Session } from "../store.ts";
import type { LaneName } from "./open-batch.ts";

/** Somewhere an assignment may succeed now: with one member, or in one team. */
export interface FreePlace {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId | null;
  readonly teamId: TeamId | null;
  /** How many waits to offer it to. */
  readonly count: number;
}

/**
 * Tells the oldest waits that fit: stores a pending `assignment_offered` event in each one's lane and marks the wait,
 * so that the next free place goes to the next wait. Needs as many `ids` as there are places.
 */
export async function offerPlaces(
  session: Session,
  places: readonly FreePlace[],
  ids: readonly { readonly eventId: EventId; readonly seed: string }[],
  now: Moment,
): Promise<LaneName[]> {
  const rows = await session.query<{ workspace_id: WorkspaceId; lane_id: ContactId }>({
    name: "offer_places",
    text: OFFER,
    values: [
      places.map(({ workspaceId }) => workspaceId),
      places.map(({ memberId }) => memberId),
      places.map(({ teamId }) => teamId),
      places.map(({ count }) => count),
      ids.map(({ eventId }) => eventId),
      ids.map(({ seed }) => seed),
      fromMoment(now),
    ],
  });
  return rows.map((row) => ({ workspaceId: row.workspace_id, contactId: row.lane_id }));
}

// By assignment_wait_team and assignment_wait_member; a wait that another process is just moving is skipped.
const OFFER = `
with place as materialized (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as p (workspace_id, member_id, team_id, count)
), fitting_team as materialized (
  select workspace_id, team_id from place where team_id is not null
  union select tm.workspace_id, tm.team_id from place join team_member tm using (workspace_id, member_id)
), picked as materialized (
  select w.* from (select workspace_id, sum(count) as count from place group by 1) p cross join lateral (
    select * from assignment_wait w where w.workspace_id = p.workspace_id and not is_offered
    and (w.team_id in (select team_id from fitting_team f where f.workspace_id = p.workspace_id)
      or w.member_id in (select member_id from place where place.workspace_id = p.workspace_id))
    order by waiting_since, run_id limit p.count for update skip locked
  ) w
), marked as (
  update assignment_wait w set is_offered = true from picked p where w.workspace_id = p.workspace_id and w.run_id = p.run_id
)
insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
select p.workspace_id, i.event_id, p.contact_id, 'assignment_offered',
  jsonb_build_object('type', 'assignment_offered', 'runId', p.run_id, 'visitId', p.visit_id, 'conversationId', p.conversation_id),
  i.seed, $7, 'pending'
from (select *, row_number() over (order by waiting_since, run_id) as place_number from picked) p
join unnest($5::uuid[], $6::text[]) with ordinality as i (event_id, seed, place_number) using (place_number)
returning workspace_id, lane_id`;
