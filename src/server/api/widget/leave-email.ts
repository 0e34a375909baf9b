import { widgetEndpoints } from "#contract";
import { leaveEmail as leave } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const leaveEmail = visitorEndpoint(widgetEndpoints.leaveEmail, {
  summary:
    "Keeps the address that the visitor typed, as claimed, so that the team can answer by mail.",
  handle: async ({ doors, who, body }) => await leave(doors.tools, who, body.email),
});
