import { endpoints } from "#contract";
import { connectIntegration as connect } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadIntegrationOf } from "./load-integrations.ts";

export const connectIntegration = teamEndpoint(endpoints.connectIntegration, {
  summary:
    "Connects an integration, in the place of what it was connected to before. The other system is asked first; secrets are stored sealed and never shown.",
  permission: "integrations.manage",
  status: 201,
  async handle({ doors, who, body }) {
    const id = await connect(doors.tools, who, body);
    return await loadIntegrationOf(doors, who.workspaceId, id);
  },
});
