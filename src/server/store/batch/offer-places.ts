import type { ContactId, EventId, MemberId, Moment, TeamId, WorkspaceId } from "#core/domain";
import { fromMoment } from "../moments.ts";
import type { Session } from "../store.ts";
import type { LaneName } from "./open-batch.ts";

/** Somewhere an assignment may succeed now: with one member, in one team, or with both null anywhere in the workspace. */
export interface FreePlace {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId | null;
  readonly teamId: TeamId | null;
  /** How many waits to offer it to. */
  readonly count: number;
}

/**
 * Tells the first in the queue whom one of these members could serve, as their rows are now: stores a pending `assignment_offered`
 * event in each one's lane and marks the wait, so that the next place goes to the next wait. At most as many as there are `ids`.
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

const IN_ORDER = "order by priority desc, waiting_since, run_id";
/** Somebody has room for it: `q` says how few open conversations the least busy have, of those online and of all. */
const FITS = `not w.is_offered and case when w.online_only then q.least_online else q.least end < coalesce(w.open_limit, 2147483647)`;

// By assignment_wait_team, assignment_wait_member and assignment_wait_anybody, in the order of the queue.
// More are looked at than there are places: one that another process is just moving is skipped, and the next is taken.
const OFFER = `
with place as materialized (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) as p (workspace_id, member_id, team_id, count)
), wanted as materialized (
  select workspace_id, sum(count)::int as count from place group by 1
), there as materialized (
  select m.workspace_id, m.member_id, m.open_count, m.presence = 'online' as is_online from (
    select workspace_id, member_id from place where member_id is not null
    union select tm.workspace_id, tm.member_id from place join team_member tm using (workspace_id, team_id)
    union select m.workspace_id, m.member_id from place join member m using (workspace_id) where place.member_id is null and team_id is null
  ) named join member m using (workspace_id, member_id) where m.deleted_at is null
), in_team as materialized (
  select tm.workspace_id, tm.team_id, min(open_count) as least, min(open_count) filter (where is_online) as least_online
  from there join team_member tm using (workspace_id, member_id) group by 1, 2
), anywhere as materialized (
  select workspace_id, min(open_count) as least, min(open_count) filter (where is_online) as least_online from there group by 1
), picked as materialized (
  select w.* from wanted cross join lateral (
    select w.* from (
      select * from (
        select w.* from in_team q cross join lateral (
          select w.workspace_id, w.run_id, w.priority, w.waiting_since from assignment_wait w
          where q.workspace_id = wanted.workspace_id and w.workspace_id = q.workspace_id and w.team_id = q.team_id and ${FITS}
          ${IN_ORDER} limit 2 * wanted.count + 8
        ) w
        union all
        select w.* from (select *, open_count as least, case when is_online then open_count end as least_online from there) q
        cross join lateral (
          select w.workspace_id, w.run_id, w.priority, w.waiting_since from assignment_wait w
          where q.workspace_id = wanted.workspace_id and w.workspace_id = q.workspace_id and w.member_id = q.member_id and ${FITS}
          ${IN_ORDER} limit 2 * wanted.count + 8
        ) w
        union all
        select w.* from anywhere q cross join lateral (
          select w.workspace_id, w.run_id, w.priority, w.waiting_since from assignment_wait w
          where q.workspace_id = wanted.workspace_id and w.workspace_id = q.workspace_id and w.team_id is null and w.member_id is null and ${FITS}
          ${IN_ORDER} limit 2 * wanted.count + 8
        ) w
      ) found ${IN_ORDER} limit 2 * wanted.count + 8
    ) found cross join lateral (
      select * from assignment_wait w where w.workspace_id = found.workspace_id and w.run_id = found.run_id and not w.is_offered
      limit 1 for update skip locked
    ) w limit wanted.count
  ) w
), offered as materialized (
  select p.*, i.event_id, i.seed from (select *, row_number() over (${IN_ORDER}) as place_number from picked) p
  join unnest($5::uuid[], $6::text[]) with ordinality as i (event_id, seed, place_number) using (place_number)
), marked as (
  update assignment_wait w set is_offered = true from offered o where w.workspace_id = o.workspace_id and w.run_id = o.run_id
)
insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
select workspace_id, event_id, contact_id, 'assignment_offered',
  jsonb_build_object('type', 'assignment_offered', 'runId', run_id, 'visitId', visit_id, 'conversationId', conversation_id,
    'place', jsonb_build_object('teamId', team_id, 'memberId', member_id)),
  seed, $7, 'pending'
from offered
returning workspace_id, lane_id`;
