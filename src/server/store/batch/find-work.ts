import type { ContactId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";
import type { LaneName } from "./open-batch.ts";
import type { FreePlace } from "./offer-places.ts";

/** Finds lanes with pending events, whoever stored them: the safety net under every wake-up. */
export async function findPendingLanes(session: Session, limit: number): Promise<LaneName[]> {
  const rows = await session.query<{ workspace_id: WorkspaceId; contact_id: ContactId | null }>({
    // index-only by event_pending, which holds pending events alone; what was stored for a contact while it was merged goes after it
    text: `with pending as materialized (
        select distinct workspace_id, lane_id from event where state = 'pending' limit $1
      ), merged as materialized (
        select p.workspace_id, p.lane_id, a.into_contact_id from pending p cross join lateral (
          select into_contact_id from contact_alias a where a.workspace_id = p.workspace_id and a.contact_id = p.lane_id limit 1
        ) a
      ), moved as (
        update event e set lane_id = m.into_contact_id from merged m
        where e.workspace_id = m.workspace_id and e.lane_id = m.lane_id and e.state = 'pending'
      )
      select p.workspace_id, nullif(coalesce(m.into_contact_id, p.lane_id), p.workspace_id) as contact_id
      from pending p left join merged m using (workspace_id, lane_id)`,
    values: [limit],
  });
  return rows.map((row) => ({ workspaceId: row.workspace_id, contactId: row.contact_id }));
}

/**
 * Finds where somebody could be served and nobody has told them: the safety net under every offer.
 */
export async function findWaitedFor(session: Session): Promise<FreePlace[]> {
  const rows = await session.query<{
    workspace_id: WorkspaceId;
    team_id: FreePlace["teamId"];
    member_id: FreePlace["memberId"];
    count: number;
  }>({
    text: `select w.workspace_id, w.team_id, w.member_id, least(count(*), 32)::int as count from assignment_wait w
      where not is_offered and exists (
        select from member m where m.workspace_id = w.workspace_id and m.deleted_at is null
        and (not w.online_only or m.presence = 'online') and m.open_count < coalesce(w.open_limit, 2147483647)
        and (m.member_id = w.member_id or (w.team_id is null and w.member_id is null) or m.member_id in (
          select tm.member_id from team_member tm where tm.workspace_id = w.workspace_id and tm.team_id = w.team_id)))
      group by 1, 2, 3 limit 200`,
  });
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    teamId: row.team_id,
    memberId: row.member_id,
    count: row.count,
  }));
}
