import { endpoints } from "#contract";
import { listWorkflowGraphs as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";

export const listWorkflowGraphs = teamEndpoint(endpoints.listWorkflowGraphs, {
  summary:
    "Lists every workflow with the graph of its live version, first tried first: what checks between workflows look at.",
  permission: "workflows.read",
  handle: async ({ doors, who }) => ({
    workflows: await load(doors.tools.store, who.workspaceId),
  }),
});
