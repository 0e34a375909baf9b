import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { changeConversation as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const changeConversation = teamEndpoint(endpoints.changeConversation, {
  summary: "Changes priority and tags of a conversation; what is left out stays as it is.",
  permission: "conversations.answer",
  async handle({ doors, who, id, body, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const verb = { caller: who, conversationId, sourceKey: idempotencyKey(request) };
    const accepted = await change(doors.tools, verb, body);
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
