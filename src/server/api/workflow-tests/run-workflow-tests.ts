import { endpoints } from "#contract";
import { graphSchema, toWorkflowId } from "#core/domain";
import { notFound, runWorkflowTests as run } from "#server/commands";
import { findDraft } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";

export const runWorkflowTests = teamEndpoint(endpoints.runWorkflowTests, {
  summary: "Plays every test of a workflow on its draft and says which came out otherwise.",
  permission: "workflows.read",
  async handle({ doors, who: { workspaceId }, id }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const draft = await findDraft(doors.tools.store, workspaceId, workflowId);
    if (draft === undefined) throw notFound("workflow");
    const graph = graphSchema.parse(draft.draft);
    const about = { workspaceId, workflowId };
    return { results: [...(await run(doors.tools, doors.tools.store, about, graph))] };
  },
});
