import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { countWaitingRuns } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "./load-workflow.ts";

export const listWaitingRuns = teamEndpoint(endpoints.listWaitingRuns, {
  summary: "Counts the runs in progress by version and the step at which they wait.",
  permission: "workflows.read",
  async handle({ doors, who, id }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await loadWorkflow(doors, who.workspaceId, workflowId);
    return { waiting: await countWaitingRuns(doors.tools.store, who.workspaceId, workflowId) };
  },
});
