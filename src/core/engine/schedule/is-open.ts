import { day, type Moment, type Schedule } from "#core/domain";
import { type OpeningHours, toOpeningHours } from "./opening-hours.ts";

/**
 * Tells whether a schedule is open at a moment: whether the clock on the wall there, by the IANA data, shows a time inside a span.
 * So a start is inside and an end is not, a time that a clock change skips never comes, and one that it repeats counts both times.
 * False for a moment beyond what a date can say.
 */
export const isOpen = (schedule: Schedule, moment: Moment): boolean => {
  const hours = toOpeningHours(schedule);
  const local = moment + hours.offsetAt(moment);
  return Number.isFinite(local) && isOpenAt(hours, local);
};

const isOpenAt = (hours: OpeningHours, local: number): boolean => {
  const date = Math.floor(local / day);
  if (date === hours.closedDate) return false;
  const sinceMidnight = local - date * day;
  return (
    hours.spansOf(date).some(({ start, end }) => start <= sinceMidnight && sinceMidnight < end) ||
    hours.spansOf(date - 1).some(({ end }) => sinceMidnight + day < end)
  );
};
