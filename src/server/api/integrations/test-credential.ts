import { endpoints } from "#contract";
import { testCredential as test } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadIntegrationOf } from "./load-integrations.ts";

export const testCredential = teamEndpoint(endpoints.testCredential, {
  summary: "Asks the other system whether it still lets us in; `credential.problem` says why not.",
  permission: "integrations.manage",
  async handle({ doors, who, id }) {
    const credentialId = id("credential_id");
    await test(doors.tools, who, credentialId);
    return await loadIntegrationOf(doors, who.workspaceId, credentialId);
  },
});
