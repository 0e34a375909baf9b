import { endpoints } from "#contract";
import { createSchedule as create } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadSchedule } from "./load-schedule.ts";

export const createSchedule = teamEndpoint(endpoints.createSchedule, {
  summary: "Makes a schedule; a workspace's first becomes its own hours.",
  permission: "schedules.manage",
  status: 201,
  handle: async ({ doors, who, body }) =>
    await loadSchedule(doors, who.workspaceId, await create(doors.tools, who, body)),
});
