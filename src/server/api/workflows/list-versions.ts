import { endpoints } from "#contract";
import { toWorkflowId } from "#core/domain";
import { notFound } from "#server/commands";
import { findDraft, listVersions as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentVersion } from "../presenters/present-workflow.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listVersions = teamEndpoint(endpoints.listVersions, {
  summary: "Lists the versions of a workflow, newest first.",
  permission: "workflows.read",
  async handle({ doors, who, id, query }) {
    const workflowId = toWorkflowId(id("workflow_id"));
    const { store } = doors.tools;
    if ((await findDraft(store, who.workspaceId, workflowId)) === undefined)
      throw notFound("workflow");
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(store, who.workspaceId, workflowId, { ...page, limit: page.limit + 1 }),
      page,
      presentVersion,
    );
  },
});
