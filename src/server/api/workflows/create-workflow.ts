import { endpoints } from "#contract";
import { createWorkflow as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflowDetail } from "./load-workflow.ts";
import { GRAPH_BYTES } from "./save-draft.ts";

export const createWorkflow = teamEndpoint(endpoints.createWorkflow, {
  summary: "Makes a workflow with a draft, behind all others.",
  permission: "workflows.edit",
  status: 201,
  bodyLimit: GRAPH_BYTES,
  handle: async ({ doors, who, body }) =>
    await loadWorkflowDetail(doors, who.workspaceId, await create(doors.tools, who, body)),
});
