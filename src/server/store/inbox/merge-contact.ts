import type { ContactId, ConversationId, VisitorSessionId, WorkspaceId } from "#core/domain";
import type { Session, Store } from "../store.ts";

/** Two contacts of one workspace: all of `from` goes to `into`. */
interface Merge {
  readonly workspaceId: WorkspaceId;
  readonly from: ContactId;
  readonly into: ContactId;
  readonly now: Date;
}

/**
 * Merges one contact into another, both lanes locked: conversations, visits, runs, timers and what is under way go over, counters
 * add up, fields that are empty are filled, and the first one is gone. Events handled before stay in the old lane's log; its id is an
 * alias from now on. Tokens of its browsers go with it: whoever knew one must not speak for somebody known.
 * Does nothing where one of them is not there (any more). Returns the conversations that went over.
 */
export async function mergeContact(store: Store, merge: Merge): Promise<ConversationId[]> {
  const values = [merge.workspaceId, merge.from, merge.into];
  return await store.transaction(async (session) => {
    if (!(await lockLanes(session, merge))) return [];
    const both = await session.query({
      text: "select from contact where workspace_id = $1 and contact_id in ($2, $3)",
      values,
    });
    if (both.length < 2) return [];
    for (const text of UNITE) await session.query({ text, values });
    const moved = await session.query<{ conversation_id: ConversationId }>({
      text: MOVE_CONVERSATIONS,
      values,
    });
    for (const table of MOVED_TABLES)
      await session.query({
        text: `update ${table} set contact_id = $3 where workspace_id = $1 and contact_id = $2`,
        values,
      });
    await session.query({
      text: "update event set lane_id = $3 where workspace_id = $1 and lane_id = $2 and state = 'pending'",
      values,
    });
    for (const table of FORGOTTEN_TABLES)
      await session.query({
        text: `delete from ${table} where workspace_id = $1 and contact_id = $2`,
        values: values.slice(0, 2),
      });
    await session.query({
      text: "delete from lane where workspace_id = $1 and lane_id = $2",
      values: values.slice(0, 2),
    });
    await session.query({
      text: "update contact_alias set into_contact_id = $3 where workspace_id = $1 and into_contact_id = $2",
      values,
    });
    await session.query({
      text: "insert into contact_alias (workspace_id, contact_id, into_contact_id, merged_at) values ($1, $2, $3, $4)",
      values: [...values, merge.now],
    });
    return moved.map((row) => row.conversation_id);
  });
}

/** Gives one visitor session to another contact, both lanes locked: somebody else signed in on the same browser. */
export async function moveVisitorSession(
  store: Store,
  move: Omit<Merge, "now">,
  visitorSessionId: VisitorSessionId,
): Promise<void> {
  await store.transaction(async (session) => {
    if (!(await lockLanes(session, move))) return;
    await session.query({
      text: `update visitor_session set contact_id = $3
             where workspace_id = $1 and contact_id = $2 and visitor_session_id = $4`,
      values: [move.workspaceId, move.from, move.into, visitorSessionId],
    });
  });
}

/** Waits for both lanes in id order, as batches lock theirs; tells whether both are there. */
async function lockLanes(
  session: Session,
  { workspaceId, from, into }: Omit<Merge, "now">,
): Promise<boolean> {
  const rows = await session.query({
    text: "select from lane where workspace_id = $1 and lane_id in ($2, $3) order by lane_id for update",
    values: [workspaceId, from, into],
  });
  return rows.length === 2;
}

/** Rows that simply get the other contact; each by an index that starts with (workspace_id, contact_id), or rare. */
export const MOVED_TABLES = [
  "visitor_session",
  "run",
  "active_run",
  "timer",
  "assignment_wait",
  "trigger_decision",
  "pending_goal",
  "outbox",
  "contact_identity",
  "attachment",
];

/** Tokens, and what was united before. */
export const FORGOTTEN_TABLES = [
  "visitor_token",
  "workflow_contact_start",
  "contact_attention",
  "contact",
];

const MOVE_CONVERSATIONS = `
with moved as (
  update conversation set contact_id = $3 where workspace_id = $1 and contact_id = $2 returning workspace_id, conversation_id
), told as (
  update conversation_list l set changed_xid = pg_current_xact_id() from moved m
  where l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id
)
select conversation_id from moved`;

const UNITE = [
  `insert into workflow_contact_start as known (workspace_id, workflow_id, contact_id, first_at, last_at, start_count, last_visitor_session_id)
   select workspace_id, workflow_id, $3, first_at, last_at, start_count, last_visitor_session_id
   from workflow_contact_start where workspace_id = $1 and contact_id = $2
   on conflict (workspace_id, workflow_id, contact_id) do update set
     first_at = least(known.first_at, excluded.first_at),
     last_visitor_session_id = case when excluded.last_at > known.last_at then excluded.last_visitor_session_id else known.last_visitor_session_id end,
     last_at = greatest(known.last_at, excluded.last_at),
     start_count = known.start_count + excluded.start_count`,
  `insert into contact_attention as known (workspace_id, contact_id, data)
   select workspace_id, $3, data from contact_attention where workspace_id = $1 and contact_id = $2
   on conflict (workspace_id, contact_id) do update set data = jsonb_build_object(
     'shows', (known.data->'shows') || (excluded.data->'shows'),
     'dismissals', (known.data->'dismissals') || (excluded.data->'dismissals'))`,
  `insert into action_amount as known (workspace_id, action, scope_id, currency, day, amount_sum)
   select workspace_id, action, $3, currency, day, amount_sum from action_amount where workspace_id = $1 and scope_id = $2
   on conflict (workspace_id, action, scope_id, currency, day) do update set amount_sum = known.amount_sum + excluded.amount_sum`,
  `update contact i set
     name = coalesce(i.name, f.name), phone = coalesce(i.phone, f.phone),
     email = coalesce(i.email, f.email),
     email_verification = case when i.email is null then f.email_verification else i.email_verification end,
     owner_id = coalesce(i.owner_id, f.owner_id),
     tags = i.tags || array(select tag from unnest(f.tags) tag where tag <> all (i.tags)),
     custom = f.custom || i.custom,
     language = coalesce(i.language, f.language), timezone = coalesce(i.timezone, f.timezone),
     first_seen_at = least(i.first_seen_at, f.first_seen_at), last_seen_at = greatest(i.last_seen_at, f.last_seen_at),
     last_replied_at = greatest(i.last_replied_at, f.last_replied_at),
     last_contacted_at = greatest(i.last_contacted_at, f.last_contacted_at),
     is_test = i.is_test or f.is_test
   from contact f where i.workspace_id = $1 and i.contact_id = $3 and f.workspace_id = $1 and f.contact_id = $2`,
];
