import { widgetEndpoints } from "#contract";
import { updateVisitor as update } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const updateVisitor = visitorEndpoint(widgetEndpoints.updateVisitor, {
  summary:
    "Takes in what the page says of its visitor, believed as claimed; a field that the page may not set is refused by name.",
  async handle({ doors, who, body }) {
    doors.limits.take("identifyPerVisitor", who.contactId);
    return { ignored_fields: [...(await update(doors.tools, who, body))] };
  },
});
