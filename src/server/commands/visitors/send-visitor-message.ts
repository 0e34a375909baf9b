import { toConversationId, toMessageId, toVisitorSessionId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { attachFiles } from "../attachments/attach-files.ts";
import { acceptAndWait } from "../accept-and-wait.ts";
import type { Tools } from "../tools.ts";
import { ownConversation } from "./own-conversation.ts";
import { ownVisitorSession } from "./own-visitor-session.ts";
import type { Visitor } from "./visitor.ts";

/** Takes in what the contact wrote. The message's id is made by the browser: the same again changes nothing. */
export async function sendVisitorMessage(
  tools: Tools,
  visitor: Visitor,
  given: {
    readonly id: string;
    readonly conversation_id: string | null;
    readonly text: string;
    readonly attachment_ids?: readonly string[] | undefined;
    readonly quick_reply_id: string | null;
    readonly starts_conversation?: boolean;
    readonly asks_for_person?: boolean;
    readonly visitor_session_id: string;
  },
): Promise<Accepted> {
  const visitorSessionId = toVisitorSessionId(given.visitor_session_id.toLowerCase());
  await ownVisitorSession(tools, visitor, visitorSessionId);
  const conversationId =
    given.conversation_id === null ? null : toConversationId(given.conversation_id.toLowerCase());
  if (conversationId !== null) await ownConversation(tools, visitor, conversationId);
  const messageId = toMessageId(given.id.toLowerCase());
  const { workspaceId, contactId } = visitor;
  const files = await attachFiles(
    tools,
    { workspaceId, contactId, messageId },
    given.attachment_ids,
  );
  return await acceptAndWait(tools, {
    workspaceId,
    contactId,
    door: "widget",
    sourceKey: `message ${messageId}`,
    body: {
      type: "message_received",
      conversationId,
      messageId,
      channel: "widget",
      text: given.text,
      ...files,
      quickReplyId: given.quick_reply_id,
      visitorSessionId,
      ...(given.asks_for_person === true ? { asksForPerson: true } : {}),
      ...(given.starts_conversation === true ? { startsConversation: true } : {}),
    },
    createsContact: false,
  });
}
