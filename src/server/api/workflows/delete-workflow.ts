import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { deleteWorkflow as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteWorkflow = teamEndpoint(endpoints.deleteWorkflow, {
  summary: "Deletes a workflow: nothing starts it any more, runs in progress go on.",
  permission: "workflows.publish",
  handle: async ({ doors, who, id }) =>
    await remove(doors.tools, who, toWorkflowId(id("workflow_id"))),
});
