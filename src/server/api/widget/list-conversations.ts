import { widgetEndpoints } from "#contract";
import { listVisitorConversations } from "#server/store";
import { visitorEndpoint } from "../endpoint.ts";
import { presentVisitorConversation } from "./present-visitor-conversation.ts";

const MOST = 50;

export const listConversations = visitorEndpoint(widgetEndpoints.listConversations, {
  summary: "Lists the visitor's conversations, newest first.",
  async handle({ doors, who }) {
    const rows = await listVisitorConversations(
      doors.tools.store,
      who.workspaceId,
      who.contactId,
      MOST,
    );
    return { items: rows.map(presentVisitorConversation) };
  },
});
