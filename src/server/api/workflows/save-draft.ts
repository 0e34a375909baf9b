import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { saveDraft as save } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

/** Room for 500 steps with long texts. */
export const GRAPH_BYTES = 4 * 1024 * 1024;

export const saveDraft = teamEndpoint(endpoints.saveDraft, {
  summary:
    "Saves the draft over the revision it was made from; errors in configs are kept for publish.",
  permission: "workflows.edit",
  bodyLimit: GRAPH_BYTES,
  handle: async ({ doors, who, id, body }) => ({
    revision: await save(doors.tools, who, toWorkflowId(id("workflow_id")), body),
  }),
});
