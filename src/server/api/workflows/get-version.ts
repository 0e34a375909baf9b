import { endpoints } from "#contract";
import { graphSchema, toVersionId, toWorkflowId } from "#core/domain";
import { notFound } from "#server/commands";
import { findVersion } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentVersion } from "../presenters/present-workflow.ts";

export const getVersion = teamEndpoint(endpoints.getVersion, {
  summary: "Shows a version with its graph, also of a deleted workflow: its runs are drawn on it.",
  permission: "workflows.read",
  async handle({ doors, who, id }) {
    const row = await findVersion(
      doors.tools.store,
      who.workspaceId,
      toWorkflowId(id("workflow_id")),
      toVersionId(id("version_id")),
    );
    if (row === undefined) throw notFound("version");
    return { ...presentVersion(row), graph: graphSchema.parse(row.graph) };
  },
});
