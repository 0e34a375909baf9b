import { endpoints } from "#contract";
import { toScheduleId } from "#core/domain";
import { deleteSchedule as remove } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";

export const deleteSchedule = teamEndpoint(endpoints.deleteSchedule, {
  summary: "Deletes a schedule: a run that meets it fails.",
  permission: "schedules.manage",
  handle: async ({ doors, who, id }) =>
    await remove(doors.tools, who, toScheduleId(id("schedule_id"))),
});
