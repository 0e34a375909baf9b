import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { saveDraft as save } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { callerName } from "./caller-name.ts";

/** Room for 500 steps with long texts. */
export const GRAPH_BYTES = 4 * 1024 * 1024;

export const saveDraft = teamEndpoint(endpoints.saveDraft, {
  summary:
    "Saves the draft over the revision it was made from; errors in configs are kept for publish.",
  permission: "workflows.edit",
  bodyLimit: GRAPH_BYTES,
  async handle({ doors, who, id, body }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const revision = await save(doors.tools, who, workflowId, body);
    doors.draftRooms.saved({ workspaceId: who.workspaceId, workflowId }, revision, {
      name: await callerName(doors.tools.store, who),
      memberId: who.memberId,
    });
    return { revision };
  },
});
