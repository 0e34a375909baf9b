import type {
  ContactId,
  Conversation,
  ConversationId,
  MemberId,
  TeamId,
  WorkspaceId,
} from "#core/domain";
import type { ListCursor } from "../cursor.ts";
import { type ConversationRow, toConversation } from "../rows/conversation-row.ts";
import type { Session } from "../store.ts";

/** A conversation with what lists say of its contact. */
export interface ListedConversation {
  readonly conversation: Conversation;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
}

type Row = ConversationRow & { contact_name: string | null; contact_email: string | null };

const COLUMNS = "c.*, l.last_activity_at, k.name as contact_name, k.email as contact_email";
const FROM = `from conversation_list l
  join conversation c using (workspace_id, conversation_id)
  join contact k on k.workspace_id = c.workspace_id and k.contact_id = c.contact_id`;
const SELECT = `select ${COLUMNS} ${FROM}`;
const SELECT_CHANGED = `select ${COLUMNS}, l.changed_xid::text as changed_xid ${FROM}`;

const toListed = (row: Row): ListedConversation => ({
  conversation: toConversation(row),
  contactName: row.contact_name,
  contactEmail: row.contact_email,
});

/**
 * Lists one inbox view, latest activity first; "all" are the open ones.
 * Served by conversation_list_order, "mine" by conversation_list_assignee.
 */
export async function listConversations(
  session: Session,
  workspaceId: WorkspaceId,
  filter: {
    readonly status: "open" | "closed";
    /** null: those nobody is assigned to. */
    readonly assigneeId?: MemberId | null;
    readonly teamId?: TeamId;
    readonly contactId?: ContactId;
    readonly after: ListCursor | undefined;
    readonly limit: number;
  },
): Promise<ListedConversation[]> {
  const values: unknown[] = [workspaceId, filter.status, filter.limit];
  const tests = ["l.workspace_id = $1", "l.status = $2", "not l.is_greeting"];
  const test = (column: string, value: string) => {
    values.push(value);
    tests.push(`${column} = $${values.length}`);
  };
  if (filter.assigneeId === null) tests.push("l.assignee_id is null");
  else if (filter.assigneeId !== undefined) test("l.assignee_id", filter.assigneeId);
  if (filter.teamId !== undefined) test("l.team_id", filter.teamId);
  if (filter.contactId !== undefined) test("c.contact_id", filter.contactId);
  if (filter.after !== undefined) {
    values.push(filter.after.at, filter.after.id);
    const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
    tests.push(
      `l.last_activity_at <= ${at} and (l.last_activity_at < ${at} or l.conversation_id > ${id})`,
    );
  }
  const rows = await session.query<Row>({
    text: `${SELECT} where ${tests.join(" and ")} order by l.last_activity_at desc, l.conversation_id limit $3`,
    values,
  });
  return rows.map(toListed);
}

/** Finds a conversation by id, greetings included. */
export async function findConversation(
  session: Session,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<ListedConversation | undefined> {
  const [row] = await session.query<Row>({
    text: `${SELECT} where l.workspace_id = $1 and l.conversation_id = $2`,
    values: [workspaceId, conversationId],
    name: "find-conversation",
  });
  return row && toListed(row);
}

/** Lists those of the ids that inbox views may show: no greetings. */
export async function listConversationsByIds(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<ListedConversation[]> {
  const rows = await session.query<Row>({
    text: `${SELECT} where l.workspace_id = $1 and l.conversation_id = any($2) and not l.is_greeting`,
    values: [workspaceId, ids],
  });
  return rows.map(toListed);
}

/** Counts the open conversations of each view. */
export async function countConversations(
  session: Session,
  workspaceId: WorkspaceId,
  memberId: MemberId | null,
): Promise<{ readonly mine: number; readonly unassigned: number; readonly all: number }> {
  const [row] = await session.query<{ mine: number; unassigned: number; all: number }>({
    text: `select count(*)::int as "all",
                  (count(*) filter (where assignee_id is null))::int as unassigned,
                  (count(*) filter (where assignee_id = $2))::int as mine
           from conversation_list where workspace_id = $1 and status = 'open' and not is_greeting`,
    values: [workspaceId, memberId],
  });
  return row ?? { mine: 0, unassigned: 0, all: 0 };
}

/** Where a walk over changes stands: everything before this pair has been listed. */
export interface ChangePlace {
  /** The transaction that changed it last. */
  readonly xid: string;
  readonly conversationId: string;
}

/**
 * Lists what changed at or after a place, the longest unchanged first; `next` is where to go on, `undefined` at the end.
 * Served by conversation_list_changed. A reader that keeps what `readChangeCursor` said before asking passes nothing over.
 */
export async function listChangedConversations(
  session: Session,
  workspaceId: WorkspaceId,
  from: ChangePlace,
  limit: number,
): Promise<{
  readonly conversations: ListedConversation[];
  readonly next: ChangePlace | undefined;
}> {
  const rows = await session.query<Row & { changed_xid: string }>({
    text: `${SELECT_CHANGED}
           where l.workspace_id = $1 and l.changed_xid >= $2::xid8 and not l.is_greeting
             and (l.changed_xid > $2::xid8 or l.conversation_id > $3::uuid)
           order by l.changed_xid, l.conversation_id limit $4`,
    values: [workspaceId, from.xid, from.conversationId, limit],
  });
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    conversations: rows.map(toListed),
    next: last && { xid: last.changed_xid, conversationId: last.conversation_id },
  };
}

/** The oldest transaction still running: everything below it is committed and seen by a reader that asks after this. */
export async function readChangeCursor(session: Session): Promise<string> {
  const [row] = await session.query<{ cursor: string }>({
    text: "select pg_snapshot_xmin(pg_current_snapshot())::text as cursor",
    name: "read-change-cursor",
  });
  return row?.cursor ?? "0";
}

/** A conversation with what its contact is told of the assignee. */
export interface VisitorConversation {
  readonly conversation: Conversation;
  readonly assigneeName: string | null;
  /** Public messages of others that the contact has not seen; counted up to 100. */
  readonly unreadCount: number;
}

type VisitorRow = ConversationRow & { assignee_name: string | null; unread_count: number };

// what is unread is counted along the message's primary key, from the last one read
const SELECT_FOR_VISITOR = `select c.*, m.name as assignee_name,
    (select count(*)::int from (
       select 1 from message x where x.workspace_id = c.workspace_id and x.conversation_id = c.conversation_id
         and x.sequence > c.contact_read_sequence and x.is_public and x.author_kind <> 'contact' limit 100) unread
    ) as unread_count
  from conversation c left join member m on m.workspace_id = c.workspace_id and m.member_id = c.assignee_id
  where c.workspace_id = $1 and c.contact_id = $2`;

const toVisitorConversation = (row: VisitorRow): VisitorConversation => ({
  conversation: toConversation(row),
  assigneeName: row.assignee_name,
  unreadCount: row.unread_count,
});

/** Lists a contact's conversations, newest first, greetings included. Served by conversation_contact. */
export async function listVisitorConversations(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  limit: number,
): Promise<VisitorConversation[]> {
  const rows = await session.query<VisitorRow>({
    text: `${SELECT_FOR_VISITOR} order by c.opened_at desc limit $3`,
    values: [workspaceId, contactId, limit],
  });
  return rows.map(toVisitorConversation);
}

/** Finds a conversation of this contact; `undefined` for anybody else's. */
export async function findVisitorConversation(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  conversationId: ConversationId,
): Promise<VisitorConversation | undefined> {
  const [row] = await session.query<VisitorRow>({
    text: `${SELECT_FOR_VISITOR} and c.conversation_id = $3`,
    values: [workspaceId, contactId, conversationId],
  });
  return row && toVisitorConversation(row);
}
