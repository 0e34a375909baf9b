import { endpoints } from "#contract";
import { listMembers as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentMember } from "../presenters/present-people.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listMembers = teamEndpoint(endpoints.listMembers, {
  summary: "Lists members by name.",
  permission: "people.read",
  async handle({ doors, who, query }) {
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(doors.tools.store, who.workspaceId, { ...page, limit: page.limit + 1 }),
      page,
      presentMember,
    );
  },
});
