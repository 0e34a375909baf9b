import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { deleteWorkflow as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { callerName } from "./caller-name.ts";

export const deleteWorkflow = teamEndpoint(endpoints.deleteWorkflow, {
  summary: "Deletes a workflow: nothing starts it any more, runs in progress go on.",
  permission: "workflows.publish",
  async handle({ doors, who, id }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    await remove(doors.tools, who, workflowId);
    const by = await callerName(doors.tools.store, who);
    doors.draftRooms.deleted({ workspaceId: who.workspaceId, workflowId }, by);
  },
});
