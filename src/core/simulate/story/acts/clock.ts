import { DateTime } from "luxon";
import type { ActForm } from "../act.ts";
import { durationOf } from "./duration.ts";

/** Time goes by, and every timer due on the way fires. */
export const clockActs: readonly ActForm[] = [
  {
    written: "2 days pass",
    form: /^(\d+) (second|minute|hour|day)s? pass(?:es)?$/,
    toAct:
      ([amount, unit = ""]) =>
      ({ world }) =>
        world.advance(durationOf(Number(amount), unit) ?? 0),
  },
  {
    /** In the workspace's timezone, and never before now. */
    written: "it is 2026-03-29 01:30",
    form: /^it is (\d{4}-\d\d-\d\d) (\d\d:\d\d)$/,
    toAct:
      ([date = "", time = ""]) =>
      ({ world }) => {
        const moment = DateTime.fromISO(`${date}T${time}`, { zone: world.workspace.timezone });
        if (!moment.isValid || moment.toMillis() < world.now)
          throw new Error(
            `it cannot be ${date} ${time} after ${new Date(world.now).toISOString()}`,
          );
        world.advance(moment.toMillis() - world.now);
      },
  },
];
