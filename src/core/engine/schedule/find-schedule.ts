import type { Schedule, ScheduleChoice, Workspace } from "#core/domain";
import { inTimezone } from "./in-timezone.ts";

/** Finds the hours a config chose; undefined when the workspace has no such schedule any more. */
export const findSchedule = (
  choice: ScheduleChoice,
  { timezone, schedules }: Workspace,
): Schedule | undefined =>
  choice.type === "written"
    ? inTimezone(choice.schedule, timezone)
    : schedules.find(({ id }) => id === choice.schedule_id)?.schedule;

/** The workspace's own hours: its first schedule. */
export const workspaceHours = ({ schedules }: Workspace): Schedule | undefined =>
  schedules[0]?.schedule;
