import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { snoozeConversation as snooze } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { loadConversation } from "./load-conversation.ts";

export const snoozeConversation = teamEndpoint(endpoints.snoozeConversation, {
  summary: "Puts an open conversation out of sight until a moment; `until: null` wakes it.",
  permission: "conversations.answer",
  async handle({ doors, who, id, body, request }) {
    const conversationId = toConversationId(id("conversation_id"));
    const verb = { caller: who, conversationId, sourceKey: idempotencyKey(request) };
    const until = body.until === null ? null : Date.parse(body.until);
    const accepted = await snooze(doors.tools, verb, until);
    return await answerOrPending(accepted, () =>
      loadConversation(doors, who.workspaceId, conversationId),
    );
  },
});
