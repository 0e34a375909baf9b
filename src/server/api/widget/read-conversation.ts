import { widgetEndpoints } from "#contract";
import { toConversationId } from "#core/domain";
import { readAsVisitor } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const readConversation = visitorEndpoint(widgetEndpoints.readConversation, {
  summary: "Notes that the contact has seen everything up to a sequence number.",
  admits: "unidentified",
  handle: async ({ doors, who, id, body }) =>
    await readAsVisitor(doors.tools, who, toConversationId(id("conversation_id")), body.sequence),
});
