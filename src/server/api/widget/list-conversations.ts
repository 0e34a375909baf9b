import { widgetEndpoints } from "#contract";
import { listVisitorConversations } from "#server/store";
import { visitorEndpoint } from "../endpoint.ts";
import { describeAnswering } from "./describe-answering.ts";
import { presentVisitorConversation } from "./present-visitor-conversation.ts";

const MOST = 50;

export const listConversations = visitorEndpoint(widgetEndpoints.listConversations, {
  summary: "Lists the visitor's conversations, newest first, and says who answers and when.",
  async handle({ doors, who }) {
    const [rows, answering] = await Promise.all([
      listVisitorConversations(doors.tools.store, who.workspaceId, who.contactId, MOST),
      describeAnswering(doors.tools, who),
    ]);
    return { items: rows.map(presentVisitorConversation), answering };
  },
});
