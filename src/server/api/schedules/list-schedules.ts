import { endpoints } from "#contract";
import { getWorkspace, listSchedules as load } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentSchedule } from "../presenters/present-schedule.ts";
import { readOffset, toOffsetPage } from "../requests/list-cursor.ts";

export const listSchedules = teamEndpoint(endpoints.listSchedules, {
  summary: "Lists schedules, the workspace's own hours first.",
  permission: "schedules.read",
  async handle({ doors, who, query }) {
    const { store, clock } = doors.tools;
    const { timezone } = await getWorkspace(store, who.workspaceId);
    const page = { offset: readOffset(query.cursor), limit: query.limit };
    return toOffsetPage(
      await load(store, who.workspaceId, { ...page, limit: page.limit + 1 }),
      page,
      (row) => presentSchedule(row, timezone, clock.now().getTime()),
    );
  },
});
