import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { reopenConversation as reopen } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const reopenConversation = teamEndpoint(endpoints.reopenConversation, {
  summary: "Opens a closed conversation again.",
  permission: "conversations.answer",
  async handle({ doors, who, id, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const accepted = await reopen(doors.tools, {
      caller: who,
      conversationId,
      sourceKey: idempotencyKey(request),
    });
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
