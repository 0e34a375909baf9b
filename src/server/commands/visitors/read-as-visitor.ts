import type { ConversationId } from "#core/domain";
import { newUuid } from "#server/platform";
import type { Tools } from "../tools.ts";
import { ownConversation } from "./own-conversation.ts";
import type { Visitor } from "./visitor.ts";

/** Notes that the contact has seen everything up to a sequence number; seen before changes nothing. */
export async function readAsVisitor(
  tools: Tools,
  visitor: Visitor,
  conversationId: ConversationId,
  sequence: number,
): Promise<void> {
  const { conversation } = await ownConversation(tools, visitor, conversationId);
  if (sequence <= conversation.contactReadSequence) return;
  await tools.accept({
    workspaceId: visitor.workspaceId,
    contactId: visitor.contactId,
    door: "widget",
    sourceKey: newUuid(),
    body: { type: "messages_read", conversationId, by: "contact", sequence },
    createsContact: false,
  });
}
