import { endpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { notFound } from "#server/commands";
import { findConversation, listMessages as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentMessage } from "../presenters/present-message.ts";

export const listMessages = teamEndpoint(endpoints.listMessages, {
  summary:
    "Lists messages, oldest first: those after or before a sequence number, else the newest.",
  permission: "conversations.read",
  async handle({ doors, who, id, query }) {
    const conversationId = toConversationId(id("conversation_id"));
    const { store } = doors.tools;
    if ((await findConversation(store, who.workspaceId, conversationId)) === undefined)
      throw notFound("conversation");
    const { messages, hasMore } = await load(store, who.workspaceId, conversationId, {
      ...query,
      isPublicOnly: false,
    });
    return { items: messages.map(presentMessage), has_more: hasMore };
  },
});
