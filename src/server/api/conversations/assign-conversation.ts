import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { assignConversation as assign } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const assignConversation = teamEndpoint(endpoints.assignConversation, {
  summary: "Chooses assignee and team by hand; null empties that place.",
  permission: "conversations.answer",
  async handle({ doors, who, id, body, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const accepted = await assign(
      doors.tools,
      { caller: who, conversationId, sourceKey: idempotencyKey(request) },
      body,
    );
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
