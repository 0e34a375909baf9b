import { endpoints } from "#contract";
import { disconnectIntegration as disconnect } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const disconnectIntegration = teamEndpoint(endpoints.disconnectIntegration, {
  summary: "Disconnects an integration and forgets its credential; calls fail from then on.",
  permission: "integrations.manage",
  handle: async ({ doors, who, id }) => await disconnect(doors.tools, who, id("credential_id")),
});
