import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { closeConversation as close } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const closeConversation = teamEndpoint(endpoints.closeConversation, {
  summary: "Closes a conversation.",
  permission: "conversations.answer",
  async handle({ doors, who, id, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const accepted = await close(doors.tools, {
      caller: who,
      conversationId,
      sourceKey: idempotencyKey(request),
    });
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
