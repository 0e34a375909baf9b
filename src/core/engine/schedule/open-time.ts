import { day, minute, type Moment, type Schedule } from "#core/domain";
import { openStretches } from "./open-stretches.ts";

/** Business time is counted over at most this long, so that no schedule keeps the engine busy. */
const longest = 5 * 366 * day;
/** A schedule that does not open for longer than this is taken for one that never opens again. */
const longestBreak = 366 * day;

/** How many minutes the schedule is open between two moments, parts of minutes included; at most the first five years are counted. */
export const openMinutesBetween = (schedule: Schedule, from: Moment, to: Moment): number => {
  let open = 0;
  for (const { start, end } of openStretches(schedule, from, Math.min(to, from + longest)))
    open += end - start;
  return open / minute;
};

/**
 * The moment at which the schedule has been open for so many milliseconds since `from`; null when it stays closed for more than
 * 366 days before that, or five years are not enough.
 */
export const addOpenTime = (
  schedule: Schedule,
  from: Moment,
  milliseconds: number,
): Moment | null => {
  if (milliseconds <= 0) return from;
  let missing = milliseconds;
  let closedSince = from;
  for (const { start, end } of openStretches(schedule, from, from + longest)) {
    if (start - closedSince > longestBreak) return null;
    if (end - start >= missing) return start + missing;
    missing -= end - start;
    closedSince = end;
  }
  return null;
};
