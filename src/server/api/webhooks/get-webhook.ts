import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "../workflows/load-workflow.ts";

export const getWebhook = teamEndpoint(endpoints.getWebhook, {
  summary:
    "Shows where another system posts to start the workflow by its Incoming webhook trigger; the address is a secret.",
  permission: "workflows.read",
  async handle({ doors, who, id, request }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await loadWorkflow(doors, who.workspaceId, workflowId);
    const base = doors.publicUrl ?? `${request.protocol}://${request.host}`;
    const token = doors.webhookToken(who.workspaceId, workflowId);
    return { url: `${base}/hooks/v1/${who.workspaceId}/${workflowId}/${token}` };
  },
});
