import type { Moment } from "#core/domain";
import type { IANAZone } from "luxon";

/** A part of a day in which the clock on the wall runs evenly. */
export interface Stretch {
  readonly startsAt: Moment;
  readonly endsAt: Moment;
  /** The minute of the day that the wall shows at its start. */
  readonly firstMinute: number;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * Cuts a calendar day, counted from 1 January 1970, where the zone's offset changes: one part on most days, none when a zone has
 * no such day. Only offsets at moments are asked for: turning wall-clock times into moments is what this is about.
 */
export const stretchesOf = (day: number, zone: IANAZone): readonly Stretch[] => {
  const [start, end] = [startOf(day, zone), startOf(day + 1, zone)];
  const stretches: Stretch[] = [];
  let startsAt = start;
  const cut = (endsAt: Moment): void => {
    const shown = startsAt + zone.offset(startsAt) * minuteMs - day * dayMs;
    stretches.push({ startsAt, endsAt, firstMinute: Math.floor(shown / minuteMs) });
    startsAt = endsAt;
  };
  for (let at = start; at < end; at += hourMs) {
    const until = Math.min(at + hourMs, end - 1);
    if (zone.offset(until) !== zone.offset(at)) cut(findChange(zone, at, until));
  }
  if (startsAt < end) cut(end);
  return stretches;
};

/** The first moment of a calendar day: its midnight, the earlier of two, or the change that skips it. */
const startOf = (day: number, zone: IANAZone): Moment => {
  const local = day * dayMs;
  const offsets = [zone.offset(local - dayMs), zone.offset(local + dayMs)];
  const moments = offsets
    .map((offset) => ({ offset, at: local - offset * minuteMs }))
    .filter(({ offset, at }) => zone.offset(at) === offset)
    .map(({ at }) => at);
  return moments.length > 0 ? Math.min(...moments) : findChange(zone, local - dayMs, local + dayMs);
};

/** The moment between two at which the offset becomes another. */
const findChange = (zone: IANAZone, from: Moment, to: Moment): Moment => {
  const before = zone.offset(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
};
