import { widgetEndpoints } from "#contract";
import { reportGreeting as report } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const reportGreeting = visitorEndpoint(widgetEndpoints.reportGreeting, {
  summary:
    "Says that the page showed a workflow's message unasked, or that the visitor dismissed it; each counts once per message.",
  handle: async ({ doors, who, body }) => await report(doors.tools, who, body),
});
