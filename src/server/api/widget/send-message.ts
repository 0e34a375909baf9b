import { widgetEndpoints } from "#contract";
import { toMessageId } from "#core/domain";
import { invalidRequest, sendVisitorMessage } from "#server/commands";
import { findMessage } from "#server/store";
import { visitorAddressOf } from "../attachments/visitor-address.ts";
import { OtherAnswer, visitorEndpoint } from "../endpoint.ts";
import { presentVisitorMessage } from "../presenters/present-message.ts";

export const sendMessage = visitorEndpoint(widgetEndpoints.sendMessage, {
  summary:
    "Takes in what the contact wrote; `id` is made by the browser, the same again changes nothing.",
  async handle({ doors, who, body }) {
    const { max_files: most } = who.settings.attachments;
    if ((body.attachment_ids ?? []).length > most)
      throw invalidRequest(
        [{ path: "body.attachment_ids", message: `a message has at most ${most} files here` }],
        422,
      );
    const accepted = await sendVisitorMessage(doors.tools, who, body);
    const message = await findMessage(
      doors.tools.store,
      who.workspaceId,
      toMessageId(body.id.toLowerCase()),
    );
    if (message === undefined)
      return new OtherAnswer(202, { conversation_id: accepted.conversationId, message: null });
    return {
      conversation_id: message.message.conversationId,
      message: presentVisitorMessage(message, visitorAddressOf(doors, who.workspaceId)),
    };
  },
});
