import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { changeWorkflowTest as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { TEST_BYTES } from "./create-workflow-test.ts";
import { loadWorkflowTest } from "./present-workflow-test.ts";

export const changeWorkflowTest = teamEndpoint(endpoints.changeWorkflowTest, {
  summary: "Renames a test, or takes what came of it as what is expected from now on.",
  permission: "workflows.edit",
  bodyLimit: TEST_BYTES,
  async handle({ doors, who, id, body }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await change(doors.tools, who, workflowId, id("test_id"), body);
    return await loadWorkflowTest(doors, who.workspaceId, workflowId, id("test_id"));
  },
});
