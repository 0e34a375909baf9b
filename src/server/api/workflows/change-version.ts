import { endpoints } from "#contract";
import { toVersionId, toWorkflowId } from "#core/domain";
import { notFound } from "#server/commands";
import { findVersion, updateVersion } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentVersion } from "../presenters/present-workflow.ts";

export const changeVersion = teamEndpoint(endpoints.changeVersion, {
  summary: "Changes the name or the note of a version; its graph never changes.",
  permission: "workflows.edit",
  async handle({ doors, who, id, body }) {
    const [workflowId, versionId] = [
      toWorkflowId(id("workflow_id")),
      toVersionId(id("version_id")),
    ];
    const { store } = doors.tools;
    if (!(await updateVersion(store, who.workspaceId, workflowId, versionId, body)))
      throw notFound("version");
    const row = await findVersion(store, who.workspaceId, workflowId, versionId);
    if (row === undefined) throw notFound("version");
    return presentVersion(row);
  },
});
