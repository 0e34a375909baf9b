import { widgetEndpoints } from "#contract";
import { signOut as revoke } from "#server/commands";
import { visitorEndpoint } from "../endpoint.ts";

export const signOut = visitorEndpoint(widgetEndpoints.signOut, {
  summary: "Makes the visitor token worth nothing: for sign-out and shared computers.",
  isForUnidentified: true,
  handle: async ({ doors, who }) => await revoke(doors.tools, who),
});
