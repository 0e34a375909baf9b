import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { changeWorkflow as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "./load-workflow.ts";

export const changeWorkflow = teamEndpoint(endpoints.changeWorkflow, {
  summary:
    "Renames a workflow, puts it into a folder, or says whether failing tests keep it from being published.",
  permission: "workflows.edit",
  async handle({ doors, who, id, body }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await change(doors.tools, who, workflowId, body);
    return await loadWorkflow(doors, who.workspaceId, workflowId);
  },
});
