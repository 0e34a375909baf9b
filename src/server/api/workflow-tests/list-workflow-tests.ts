import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { listWorkflowTests as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflow } from "../workflows/load-workflow.ts";
import { presentWorkflowTest } from "./present-workflow-test.ts";

export const listWorkflowTests = teamEndpoint(endpoints.listWorkflowTests, {
  summary: "Lists the expected conversations of a workflow, the oldest first.",
  permission: "workflows.read",
  async handle({ doors, who, id }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await loadWorkflow(doors, who.workspaceId, workflowId);
    const rows = await load(doors.tools.store, who.workspaceId, workflowId);
    return { items: rows.map(presentWorkflowTest) };
  },
});
