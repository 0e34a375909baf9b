import { widgetEndpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { ownConversation } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const reportTyping = visitorEndpoint(widgetEndpoints.reportTyping, {
  summary: "Says that the contact types; told to the inbox, stored nowhere.",
  async handle({ doors, who, body }) {
    const conversationId = toConversationId(body.conversation_id.toLowerCase());
    await ownConversation(doors.tools, who, conversationId);
    doors.typing.contactTypes(who.workspaceId, conversationId);
  },
});
