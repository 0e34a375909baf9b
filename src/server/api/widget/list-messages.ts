import { widgetEndpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { notFound } from "#server/commands";
import { findVisitorConversation, listMessages as load } from "#server/store";
import { visitorAddressOf } from "../attachments/visitor-address.ts";
import { visitorEndpoint } from "../endpoint.ts";
import { presentVisitorMessage } from "../presenters/present-message.ts";
import { presentVisitorConversation } from "./present-visitor-conversation.ts";

export const listMessages = visitorEndpoint(widgetEndpoints.listMessages, {
  summary: "Lists public messages of a conversation, oldest first.",
  async handle({ doors, who, id, query }) {
    const { store } = doors.tools;
    const conversationId = toConversationId(id("conversation_id"));
    const conversation = await findVisitorConversation(
      store,
      who.workspaceId,
      who.contactId,
      conversationId,
    );
    if (conversation === undefined) throw notFound("conversation");
    const { messages, hasMore } = await load(store, who.workspaceId, conversationId, {
      ...query,
      isPublicOnly: true,
    });
    const addressOf = visitorAddressOf(doors, who.workspaceId);
    return {
      items: messages.map((message) => presentVisitorMessage(message, addressOf)),
      has_more: hasMore,
      conversation: presentVisitorConversation(conversation),
    };
  },
});
