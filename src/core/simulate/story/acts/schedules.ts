import { DateTime } from "luxon";
import type { ActForm } from "../act.ts";

/** What becomes of the workspace's hours. */
export const scheduleActs: readonly ActForm[] = [
  {
    written: "the schedule HOURS is closed today",
    form: /^the schedule (\w+) is closed today$/,
    toAct:
      ([name = ""]) =>
      ({ world }) =>
        world.setSchedules(
          world.workspace.schedules.map((named) => {
            if (named.name !== name) return named;
            const { schedule } = named;
            const today = DateTime.fromMillis(world.now, { zone: schedule.timezone });
            return { ...named, schedule: { ...schedule, closed_on: today.toISODate() } };
          }),
        ),
  },
  {
    written: "the schedule HOURS is deleted",
    form: /^the schedule (\w+) is deleted$/,
    toAct:
      ([name = ""]) =>
      ({ world }) =>
        world.setSchedules(world.workspace.schedules.filter((named) => named.name !== name)),
  },
];
