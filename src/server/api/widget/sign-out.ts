import { widgetEndpoints } from "#contract";
import { signOut as revoke } from "#server/commands";
import { announceVisitor } from "./announce-visitor.ts";
import { visitorEndpoint } from "../endpoint.ts";

export const signOut = visitorEndpoint(widgetEndpoints.signOut, {
  summary: "Makes the visitor token worth nothing: for sign-out and shared computers.",
  admits: "unidentified",
  async handle({ doors, who }) {
    await revoke(doors.tools, who);
    announceVisitor(doors, who.workspaceId, who.contactId);
  },
});
