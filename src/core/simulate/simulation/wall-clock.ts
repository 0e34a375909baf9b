import type { Moment } from "#core/domain";
import { DateTime } from "luxon";

const written = "yyyy-MM-dd'T'HH:mm";
/** Looked for this far ahead: every zone that changes its clock does so within a year. */
const daysAhead = 370;

/** A moment as the clock on a wall of that zone shows it: `2026-03-29T01:30`. */
export const toWallClock = (moment: Moment, timezone: string): string =>
  DateTime.fromMillis(moment, { zone: timezone }).toFormat(written);

/** The next Sunday at three in the morning, when nobody is there. */
export const nextSundayNight = (now: Moment, timezone: string): string => {
  const today = DateTime.fromMillis(now, { zone: timezone }).set({
    hour: 3,
    minute: 0,
    second: 0,
    millisecond: 0,
  });
  const sunday = today.plus({ days: 7 - today.weekday });
  return (sunday.toMillis() > now ? sunday : sunday.plus({ days: 7 })).toFormat(written);
};

/** Ten minutes before the zone changes its clock the next time; null when it does not within a year. */
export const beforeClockChange = (now: Moment, timezone: string): string | null => {
  const at = (moment: Moment) => DateTime.fromMillis(moment, { zone: timezone });
  const hour = 3_600_000;
  for (let day = 0; day < daysAhead; day += 1) {
    const begins = now + day * 24 * hour;
    if (at(begins).offset === at(begins + 24 * hour).offset) continue;
    // Changes happen on a minute: halve the day until one is left.
    let [low, high] = [begins, begins + 24 * hour];
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (middle === low) break;
      if (at(middle).offset === at(low).offset) low = middle;
      else high = middle;
    }
    const before = Math.floor(high / 60_000) * 60_000 - 10 * 60_000;
    if (before > now) return at(before).toFormat(written);
  }
  return null;
};
