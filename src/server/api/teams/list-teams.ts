import { endpoints } from "#contract";
import { listTeams as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentTeam } from "../presenters/present-people.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listTeams = teamEndpoint(endpoints.listTeams, {
  summary: "Lists teams by name.",
  permission: "people.read",
  async handle({ doors, who, query }) {
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(doors.tools.store, who.workspaceId, { ...page, limit: page.limit + 1 }),
      page,
      presentTeam,
    );
  },
});
