import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { deleteWorkflowTest as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteWorkflowTest = teamEndpoint(endpoints.deleteWorkflowTest, {
  summary: "Deletes a test of a workflow.",
  permission: "workflows.edit",
  handle: async ({ doors, who, id }) =>
    await remove(doors.tools, who, toWorkflowId(id("workflow_id")), id("test_id")),
});
