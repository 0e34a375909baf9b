import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { readConversation as read } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const readConversation = teamEndpoint(endpoints.readConversation, {
  summary: "Notes that the team has seen everything up to a sequence number.",
  permission: "conversations.answer",
  async handle({ doors, who, id, body, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const accepted = await read(
      doors.tools,
      { caller: who, conversationId, sourceKey: idempotencyKey(request) },
      body.sequence,
    );
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
