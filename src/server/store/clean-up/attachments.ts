import type { Session } from "../store.ts";

/** A message that took a file and is not there after so long was never accepted. */
const LATEST_MESSAGE = "30 days";

/**
 * Deletes uploads begun before a moment that no message has, cut ones among them, and marks those whose message is there as kept: at most
 * `limit`, and returns how many it dealt with. By `attachment_not_kept`.
 */
export async function deleteUnsentAttachments(
  session: Session,
  before: Date,
  limit: number,
): Promise<number> {
  const [row] = await session.query<{ done: number }>({
    text: `with old as materialized (
             select a.workspace_id, a.attachment_id, m.message_id is not null as is_sent
             from attachment a
             left join message m on m.workspace_id = a.workspace_id and m.message_id = a.message_id
             where not a.is_kept and a.begun_at < $1
               and (a.message_id is null or m.message_id is not null or a.begun_at < $1 - interval '${LATEST_MESSAGE}')
             order by a.begun_at limit $2 for update of a skip locked
           ), kept as (
             update attachment a set is_kept = true from old
             where old.is_sent and a.workspace_id = old.workspace_id and a.attachment_id = old.attachment_id
           ), gone as (
             delete from attachment a using old
             where not old.is_sent and a.workspace_id = old.workspace_id and a.attachment_id = old.attachment_id
           ), chunks as (
             delete from attachment_chunk c using old
             where not old.is_sent and c.workspace_id = old.workspace_id and c.attachment_id = old.attachment_id
           )
           select count(*)::int as done from old`,
    values: [before, limit],
  });
  return row?.done ?? 0;
}
