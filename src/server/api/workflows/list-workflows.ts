import { endpoints } from "#contract";
import { listWorkflows as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentWorkflow } from "../presenters/present-workflow.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listWorkflows = teamEndpoint(endpoints.listWorkflows, {
  summary: "Lists workflows in the order they are tried.",
  permission: "workflows.read",
  async handle({ doors, who, query }) {
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(doors.tools.store, who.workspaceId, { ...page, limit: page.limit + 1 }),
      page,
      presentWorkflow,
    );
  },
});
