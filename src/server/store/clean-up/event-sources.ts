import type { Session } from "../store.ts";

/** Deletes the oldest keys that doors remember from before a moment, at most `limit`, and returns how many. Served by event_source_age. */
export async function deleteOldSources(
  session: Session,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await session.query<{ deleted: number }>({
    text: `with gone as (
             delete from event_source where ctid = any(array(
               select ctid from event_source where created_at < $1 limit $2 for update skip locked))
             returning 1)
           select count(*)::int as deleted from gone`,
    values: [before, limit],
  });
  return rows[0]?.deleted ?? 0;
}
