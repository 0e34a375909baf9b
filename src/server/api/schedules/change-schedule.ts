import { endpoints } from "#contract";
import { toScheduleId } from "#core/domain";
import { changeSchedule as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadSchedule } from "./load-schedule.ts";

export const changeSchedule = teamEndpoint(endpoints.changeSchedule, {
  summary: "Changes a schedule's name or hours, or makes it the workspace's own hours.",
  permission: "schedules.manage",
  async handle({ doors, who, id, body }) {
    const scheduleId = toScheduleId(id("schedule_id"));
    await change(doors.tools, who, scheduleId, body);
    return await loadSchedule(doors, who.workspaceId, scheduleId);
  },
});
