import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflowDetail } from "./load-workflow.ts";

export const getWorkflow = teamEndpoint(endpoints.getWorkflow, {
  summary: "Shows a workflow with its draft.",
  permission: "workflows.read",
  handle: async ({ doors, who, id }) =>
    await loadWorkflowDetail(doors, who.workspaceId, toWorkflowId(id("workflow_id"))),
});
