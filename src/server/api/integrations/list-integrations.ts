import { endpoints } from "#contract";
import { teamEndpoint } from "../endpoint.ts";
import { loadIntegrations } from "./load-integrations.ts";

export const listIntegrations = teamEndpoint(endpoints.listIntegrations, {
  summary: "Lists the systems that can be connected, and how those that are connected fare.",
  permission: "integrations.read",
  handle: async ({ doors, who }) => ({ items: await loadIntegrations(doors, who.workspaceId) }),
});
