import type { ConversationId, Message, MessageId, WorkspaceId } from "#core/domain";
import { type MessageRow, toMessage } from "../rows/message-row.ts";
import type { Session } from "../store.ts";

/** A message with the names a reader needs. */
export interface NamedMessage {
  readonly message: Message;
  readonly memberName: string | null;
  readonly workflowName: string | null;
}

type Row = MessageRow & { member_name: string | null; workflow_name: string | null };

const SELECT = `select m.*, member.name as member_name, workflow.name as workflow_name
  from message m
  left join member on m.author_kind = 'member' and member.workspace_id = m.workspace_id and member.member_id = m.author_id
  left join workflow on workflow.workspace_id = m.workspace_id and workflow.workflow_id = m.workflow_id`;

const toNamed = (row: Row): NamedMessage => ({
  message: toMessage(row),
  memberName: row.member_name,
  workflowName: row.workflow_name,
});

/**
 * Lists messages of a conversation, oldest first: those after a sequence, those before one, or the newest.
 * Served by the primary key.
 */
export async function listMessages(
  session: Session,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  window: {
    readonly after?: number | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
    readonly isPublicOnly: boolean;
  },
): Promise<{ readonly messages: NamedMessage[]; readonly hasMore: boolean }> {
  const isForward = window.after !== undefined;
  const rows = await session.query<Row>({
    text: `${SELECT}
           where m.workspace_id = $1 and m.conversation_id = $2 and m.sequence > $3 and m.sequence < $4
             and (m.is_public or not $5)
           order by m.sequence ${isForward ? "asc" : "desc"} limit $6`,
    values: [
      workspaceId,
      conversationId,
      window.after ?? 0,
      window.before ?? 2_147_483_647,
      window.isPublicOnly,
      window.limit + 1,
    ],
  });
  const messages = rows.slice(0, window.limit).map(toNamed);
  return {
    messages: isForward ? messages : messages.reverse(),
    hasMore: rows.length > window.limit,
  };
}

export async function findMessage(
  session: Session,
  workspaceId: WorkspaceId,
  messageId: MessageId,
): Promise<NamedMessage | undefined> {
  const [row] = await session.query<Row>({
    text: `${SELECT} where m.workspace_id = $1 and m.message_id = $2`,
    values: [workspaceId, messageId],
  });
  return row && toNamed(row);
}
