import {
  day,
  minute,
  type Moment,
  type Schedule,
  type Span,
  toEndMinutes,
  toMinutes,
  weekdays,
} from "#core/domain";
import { IANAZone } from "luxon";
import { zoneOffset } from "./zone-offset.ts";

/** From one moment of a day to another, in milliseconds from its midnight by the clock on the wall; the end may lie on the next day. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** A schedule made ready to ask: every date and time a number. A date is counted in days since 1970-01-01. */
export interface OpeningHours {
  /** Milliseconds by which the wall clock is ahead of UTC at a moment, as the IANA data say. */
  readonly offsetAt: (moment: Moment) => number;
  readonly closedDate: number | null;
  /** Spans that start on a date, in order. */
  readonly spansOf: (date: number) => readonly DaySpan[];
}

const known = new WeakMap<Schedule, OpeningHours>();

/** Makes a schedule ready to ask, once per schedule. */
export const toOpeningHours = (schedule: Schedule): OpeningHours => {
  const ready = known.get(schedule);
  if (ready !== undefined) return ready;
  const made = readHours(schedule);
  known.set(schedule, made);
  return made;
};

const readHours = (schedule: Schedule): OpeningHours => {
  const zone = IANAZone.create(schedule.timezone);
  const closedDate = schedule.closed_on === null ? null : toDate(schedule.closed_on);
  const week = weekdays.map((name) => {
    const { is_open, spans } = schedule.days[name];
    return is_open ? toDaySpans(spans) : [];
  });
  const exceptions = schedule.exceptions
    .map(({ date, until, spans }) => ({
      first: toDate(date),
      last: toDate(until ?? date),
      spans: toDaySpans(spans),
    }))
    .sort((a, b) => a.first - b.first);
  const holidays = new Map(
    schedule.holidays.map(({ day: dayOfYear, spans }) => [dayOfYear, toDaySpans(spans)]),
  );
  return {
    offsetAt: (moment) => zoneOffset(zone, moment),
    closedDate,
    spansOf: (date) => {
      if (date === closedDate) return [];
      const exception = findException(exceptions, date);
      if (exception !== undefined) return exception.spans;
      const holiday = holidays.size === 0 ? undefined : holidays.get(toDayOfYear(date));
      // 1970-01-01, date 0, was a Thursday: the fourth day of a week that begins on Monday.
      return holiday ?? week[(((date + 3) % 7) + 7) % 7] ?? [];
    },
  };
};

const toDate = (iso: string): number => Date.parse(`${iso}T00:00Z`) / day;

const toDayOfYear = (date: number): string => new Date(date * day).toISOString().slice(-19, -14);

const toDaySpans = (spans: readonly Span[]): readonly DaySpan[] =>
  spans
    .map((span) => ({ start: toMinutes(span.from) * minute, end: toEndMinutes(span) * minute }))
    .sort((a, b) => a.start - b.start);

interface DatedSpans {
  readonly first: number;
  readonly last: number;
  readonly spans: readonly DaySpan[];
}

/** Finds the exception of a date by halving: exceptions are in order and share no date. */
const findException = (exceptions: readonly DatedSpans[], date: number): DatedSpans | undefined => {
  let [low, high] = [0, exceptions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((exceptions[middle]?.last ?? Infinity) < date) low = middle + 1;
    else high = middle;
  }
  const found = exceptions[low];
  return found !== undefined && found.first <= date ? found : undefined;
};
