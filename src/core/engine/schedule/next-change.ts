import { day, type Moment, type Schedule } from "#core/domain";
import { openStretches } from "./open-stretches.ts";

/** How far ahead an opening or a closing is looked for: what comes once a year is found. */
const horizon = 366 * day;

/** The first moment after this one at which the schedule goes from closed to open; null when there is none within 366 days. */
export const nextOpen = (schedule: Schedule, moment: Moment): Moment | null => {
  for (const { start } of openStretches(schedule, moment, moment + horizon))
    if (start > moment) return start;
  return null;
};

/** The first moment after this one at which the schedule goes from open to closed; null when there is none within 366 days. */
export const nextClose = (schedule: Schedule, moment: Moment): Moment | null => {
  for (const { end } of openStretches(schedule, moment, moment + horizon))
    return end < moment + horizon ? end : null;
  return null;
};
