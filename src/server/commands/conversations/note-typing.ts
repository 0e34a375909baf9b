import type { ConversationId, MemberId, WorkspaceId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import type { ListedConversation } from "#server/store";
import type { Tools } from "../tools.ts";

/** Takes in that a member writes where a run speaks: the run's next message waits for them. Elsewhere nobody waits, and nothing is kept. */
export async function noteTyping(
  tools: Tools,
  workspaceId: WorkspaceId,
  { conversation }: Pick<ListedConversation, "conversation">,
  memberId: MemberId,
): Promise<Accepted | null> {
  if (conversation.floor.holder !== "run") return null;
  const conversationId: ConversationId = conversation.id;
  return await tools.accept({
    workspaceId,
    contactId: conversation.contactId,
    door: "team",
    sourceKey: newUuid(),
    body: { type: "member_typed", conversationId, memberId },
    createsContact: false,
  });
}
