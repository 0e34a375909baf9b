import { endpoints } from "#contract";
import { toConversationId, toMessageId } from "#core/domain";
import { sendMessage as send } from "#server/commands";
import { findMessage } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentMessage } from "../presenters/present-message.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";

export const sendMessage = teamEndpoint(endpoints.sendMessage, {
  summary:
    "Says something to the contact; `id` is made by the sender, the same again changes nothing.",
  permission: "conversations.answer",
  status: 201,
  async handle({ doors, who, id, body }) {
    const conversationId = toConversationId(id("conversation_id"));
    const accepted = await send(
      doors.tools,
      { caller: who, conversationId, sourceKey: undefined },
      body,
    );
    return await answerOrPending(accepted, async () => {
      const message = await findMessage(
        doors.tools.store,
        who.workspaceId,
        toMessageId(body.id.toLowerCase()),
      );
      return message && presentMessage(message);
    });
  },
});
