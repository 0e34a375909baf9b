import type { ConversationId } from "#core/domain";
import { type ListedConversation, findConversation } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import type { Visitor } from "./visitor.ts";

/** Finds a conversation of this visitor. @throws RequestError 404 for anybody else's. */
export async function ownConversation(
  tools: Pick<Tools, "store">,
  visitor: Visitor,
  conversationId: ConversationId,
): Promise<ListedConversation> {
  const found = await findConversation(tools.store, visitor.workspaceId, conversationId);
  if (found?.conversation.contactId !== visitor.contactId) throw notFound("conversation");
  return found;
}
