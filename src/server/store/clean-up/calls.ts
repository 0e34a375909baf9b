import type { Session } from "../store.ts";

/**
 * Deletes calls that were done or failed before a moment, at most `limit`, and returns how many. Those that a run under way or
 * one that may be taken up again would ask for stay, and so do those nobody knows the outcome of. Served by outbox_age.
 */
export async function deleteOldCalls(
  session: Session,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await session.query<{ deleted: number }>({
    text: `with gone as (
             delete from outbox where ctid = any(array(
               select ctid from outbox o
               where created_at < $1 and started_at < $1 and state in ('done', 'failed')
                 and not exists (
                   select from run r where r.workspace_id = o.workspace_id and r.run_id = o.run_id
                   and r.state in ('running', 'waiting', 'paused', 'failed'))
               limit $2 for update of o skip locked))
             returning 1)
           select count(*)::int as deleted from gone`,
    values: [before, limit],
  });
  return rows[0]?.deleted ?? 0;
}
