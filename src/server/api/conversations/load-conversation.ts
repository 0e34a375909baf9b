import type { ConversationBody } from "#contract";
import type { ConversationId, WorkspaceId } from "#core/domain";
import { findConversation } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentConversation } from "../presenters/present-conversation.ts";

export async function loadConversation(
  doors: Doors,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<ConversationBody | undefined> {
  const found = await findConversation(doors.tools.store, workspaceId, conversationId);
  return found && presentConversation(found);
}
