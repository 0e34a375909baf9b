import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { createWorkflowTest as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadWorkflowTest } from "./present-workflow-test.ts";

/** Room for 300 acts with all that follows from them. */
export const TEST_BYTES = 2 * 1024 * 1024;

export const createWorkflowTest = teamEndpoint(endpoints.createWorkflowTest, {
  summary: "Keeps a simulated conversation and what came of it as a test of the workflow.",
  permission: "workflows.edit",
  status: 201,
  bodyLimit: TEST_BYTES,
  async handle({ doors, who, id, body }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const testId = await create(doors.tools, who, workflowId, body);
    return await loadWorkflowTest(doors, who.workspaceId, workflowId, testId);
  },
});
