import type { Session } from "../store.ts";

// By conversation_list_greeting. What a run is still in or a call is still made for stays.
const IS_OLD = `l.is_greeting and l.last_activity_at < $1 and c.is_greeting
  and not exists (
    select from active_run a join run r on r.workspace_id = a.workspace_id and r.run_id = a.run_id
    where a.workspace_id = c.workspace_id and a.contact_id = c.contact_id and r.conversation_id = c.conversation_id)
  and not exists (
    select from outbox o where o.workspace_id = c.workspace_id and o.conversation_id = c.conversation_id
    and o.kind = 'message' and o.state in ('pending', 'started'))`;

const LOCK = `select c.workspace_id, c.conversation_id
  from conversation_list l
  join conversation c on c.workspace_id = l.workspace_id and c.conversation_id = l.conversation_id
  join lane on lane.workspace_id = c.workspace_id and lane.lane_id = c.contact_id
  where ${IS_OLD}
  order by l.last_activity_at limit $2 for update of lane skip locked`;

const DELETE = `with old as materialized (
    select c.workspace_id, c.conversation_id, c.contact_id
    from unnest($2::uuid[], $3::uuid[]) as locked (workspace_id, conversation_id)
    join conversation c using (workspace_id, conversation_id)
    join conversation_list l using (workspace_id, conversation_id)
    where ${IS_OLD}
  ), messages as (
    delete from message m using old where m.workspace_id = old.workspace_id and m.conversation_id = old.conversation_id
  ), timers as (
    delete from timer t using old where t.workspace_id = old.workspace_id and t.contact_id = old.contact_id
    and t.conversation_id = old.conversation_id
  ), runs as (
    update run r set conversation_id = null from old where r.workspace_id = old.workspace_id
    and r.contact_id = old.contact_id and r.conversation_id = old.conversation_id
  ), listed as (
    delete from conversation_list l using old where l.workspace_id = old.workspace_id and l.conversation_id = old.conversation_id
  ), gone as (
    delete from conversation c using old where c.workspace_id = old.workspace_id and c.conversation_id = old.conversation_id
    returning 1
  )
  select count(*)::int as deleted from gone`;

/**
 * Deletes greetings nobody answered since a moment, with their messages: at most `limit`, and returns how many. Locks the lanes
 * first and skips those at work, so that a contact who answers just now keeps the conversation. Needs a transaction.
 */
export async function deleteOldGreetings(
  session: Session,
  before: Date,
  limit: number,
): Promise<number> {
  const locked = await session.query<{ workspace_id: string; conversation_id: string }>({
    text: LOCK,
    values: [before, limit],
  });
  if (locked.length === 0) return 0;
  // a new statement after the locks, so that it sees what the last holder of a lane wrote
  const rows = await session.query<{ deleted: number }>({
    text: DELETE,
    values: [
      before,
      locked.map(({ workspace_id }) => workspace_id),
      locked.map(({ conversation_id }) => conversation_id),
    ],
  });
  return rows[0]?.deleted ?? 0;
}
