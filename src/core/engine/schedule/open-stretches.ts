import { day, type Moment, type Schedule } from "#core/domain";
import { type DaySpan, type OpeningHours, toOpeningHours } from "./opening-hours.ts";

/** A time without a break in which a schedule is open: the first moment is in it, the last is not. */
export interface OpenStretch {
  readonly start: Moment;
  readonly end: Moment;
}

/** Moments beyond this are not walked: a date can say ±8.64e15 and the last years are left for what is added. */
const furthest = 8.6e15;

/**
 * Walks the open stretches between two moments in order, cut off at both. It goes from date to date, and in pieces where a clock
 * change falls: within a piece the wall clock runs evenly, so that spans of the date become moments by subtraction.
 */
export function* openStretches(
  schedule: Schedule,
  from: Moment,
  until: Moment,
): Generator<OpenStretch, void, void> {
  if (!(Math.abs(from) < furthest)) return;
  const hours = toOpeningHours(schedule);
  const last = Math.min(until, furthest);
  let stretch: OpenStretch | null = null;
  let start = from;
  let offset = hours.offsetAt(start);
  while (start < last) {
    const date = Math.floor((start + offset) / day);
    const midnight = date * day - offset;
    let end = Math.min(midnight + day, last);
    let nextOffset = hours.offsetAt(end);
    if (nextOffset !== offset) {
      end = firstChange(hours, start, end);
      nextOffset = hours.offsetAt(end);
    }
    for (const span of openOn(hours, date)) {
      const opens = Math.max(midnight + span.start, start);
      const closes = Math.min(midnight + span.end, end);
      if (opens >= closes) continue;
      if (stretch !== null && opens <= stretch.end) {
        stretch = { start: stretch.start, end: Math.max(stretch.end, closes) };
      } else {
        if (stretch !== null) yield stretch;
        stretch = { start: opens, end: closes };
      }
    }
    // Over now: told at once, so that nobody walks on to the next opening for it.
    if (stretch !== null && stretch.end < end) {
      yield stretch;
      stretch = null;
    }
    start = end;
    offset = nextOffset;
  }
  if (stretch !== null) yield stretch;
}

/** What is open on a date from its midnight to the next, spans that began the day before included, in order of their starts. */
const openOn = (hours: OpeningHours, date: number): readonly DaySpan[] => {
  if (date === hours.closedDate) return [];
  const own = hours.spansOf(date);
  const before = hours.spansOf(date - 1).filter(({ end }) => end > day);
  const all =
    before.length === 0
      ? own
      : [...before.map(({ end }) => ({ start: 0, end: end - day })), ...own];
  return all.map((span) => (span.end > day ? { start: span.start, end: day } : span));
};

/** Finds the first moment after `start` and not after `end` with another offset than `start` has, to the millisecond. */
const firstChange = (hours: OpeningHours, start: Moment, end: Moment): Moment => {
  const offset = hours.offsetAt(start);
  let [same, other] = [start, end];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (hours.offsetAt(middle) === offset) same = middle;
    else other = middle;
  }
  return other;
};
