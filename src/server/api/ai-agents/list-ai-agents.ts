import { endpoints } from "#contract";
import { listAiAgents as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentAiAgent } from "../presenters/present-people.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listAiAgents = teamEndpoint(endpoints.listAiAgents, {
  summary: "Lists AI agents by name.",
  permission: "people.read",
  async handle({ doors, who, query }) {
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(doors.tools.store, who.workspaceId, { ...page, limit: page.limit + 1 }),
      page,
      presentAiAgent,
    );
  },
});
