import { widgetEndpoints } from "#contract";
import { trackVisitorEvent as track } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const trackVisitorEvent = visitorEndpoint(widgetEndpoints.trackVisitorEvent, {
  summary: "Tells that something of the page's own happened; Custom event triggers listen by name.",
  handle: async ({ doors, who, body }) => await track(doors.tools, who, body),
});
