import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { unpublishWorkflow as unpublish } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "./load-workflow.ts";

export const unpublishWorkflow = teamEndpoint(endpoints.unpublishWorkflow, {
  summary: "Takes the live version down; runs in progress go on.",
  permission: "workflows.publish",
  async handle({ doors, who, id }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await unpublish(doors.tools, who, workflowId);
    return await loadWorkflow(doors, who.workspaceId, workflowId);
  },
});
