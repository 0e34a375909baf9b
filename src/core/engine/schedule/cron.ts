import type { Moment } from "#core/domain";
import { IANAZone } from "luxon";
import { parseCronField } from "./cron-field.ts";
import { type Stretch, stretchesOf } from "./day-stretches.ts";

/** When a schedule fires, as sets of wall-clock values. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** Sunday is 0. */
  readonly daysOfWeek: ReadonlySet<number>;
  /** Both kinds of day are restricted: then one that fits either is meant, as everywhere in cron. */
  readonly fitsEitherDay: boolean;
  /** Every hour is meant: it fires by the clock on the wall however often an hour comes. */
  readonly isHourly: boolean;
}

export type ParsedCron =
  | { readonly ok: true; readonly cron: Cron }
  | { readonly ok: false; readonly message: string };

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const dayNames = "sun mon tue wed thu fri sat".split(" ");

/** From a leap day to the next but one, over a century without one, and a spare year. */
const mostDays = 366 * 9;
const minutesOfDay = 24 * 60;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Reads five fields: minute, hour, day of month, month, day of week; with lists, ranges, steps and English names. Total. */
export const parseCron = (text: string): ParsedCron => {
  const fields = text.trim().toLowerCase().split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (
    minute === undefined ||
    hour === undefined ||
    dayOfMonth === undefined ||
    month === undefined ||
    dayOfWeek === undefined ||
    fields.length > 5
  )
    return {
      ok: false,
      message: "enter five fields: minute, hour, day of month, month, day of week",
    };
  const minutes = parseCronField("minute", minute, 0, 59);
  const hours = parseCronField("hour", hour, 0, 23);
  const daysOfMonth = parseCronField("day of month", dayOfMonth, 1, 31);
  const months = parseCronField("month", month, 1, 12, monthNames, 1);
  const daysOfWeek = parseCronField("day of week", dayOfWeek, 0, 7, dayNames, 0);
  for (const field of [minutes, hours, daysOfMonth, months, daysOfWeek])
    if (typeof field === "string") return { ok: false, message: field };
  const cron: Cron = {
    minutes: toSet(minutes),
    hours: toSet(hours),
    daysOfMonth: toSet(daysOfMonth),
    months: toSet(months),
    daysOfWeek: new Set([...toSet(daysOfWeek)].map((day) => day % 7)),
    fitsEitherDay: !dayOfMonth.startsWith("*") && !dayOfWeek.startsWith("*"),
    isHourly: toSet(hours).size === 24,
  };
  return comesEver(cron) ? { ok: true, cron } : { ok: false, message: "no month has such a day" };
};

const toSet = (field: ReadonlySet<number> | string): ReadonlySet<number> =>
  typeof field === "string" ? new Set() : field;

/** The 30th of February and the 31st of short months never come. */
const comesEver = (cron: Cron): boolean =>
  cron.fitsEitherDay ||
  [...cron.months].some((month) =>
    [...cron.daysOfMonth].some((day) => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()),
  );

/**
 * Finds the first moment after another at which a schedule fires in a timezone; null when none comes in nine years.
 *
 * Where clocks go forward, a time of day that is skipped is made up for the moment they have; where they go back, a time of day
 * that comes twice counts the first time only. A schedule of every hour follows the clock: it skips and repeats as the hours do.
 */
export const nextCron = (cron: Cron, after: Moment, zone: string): Moment | null => {
  const timezone = IANAZone.create(zone);
  if (!timezone.isValid) return null;
  const today = Math.floor((after + timezone.offset(after) * minuteMs) / dayMs);
  for (let day = today; day < today + mostDays; day += 1) {
    if (!isDayOf(cron, day)) continue;
    const found = firstOfDay(cron, stretchesOf(day, timezone), after);
    if (found !== null) return found;
  }
  return null;
};

/** Tells whether a calendar day, counted from 1 January 1970, is one of the schedule's. */
const isDayOf = (cron: Cron, day: number): boolean => {
  const date = new Date(day * dayMs);
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const byMonth = cron.daysOfMonth.has(date.getUTCDate());
  const byWeek = cron.daysOfWeek.has(date.getUTCDay());
  return cron.fitsEitherDay ? byMonth || byWeek : byMonth && byWeek;
};

const firstOfDay = (cron: Cron, stretches: readonly Stretch[], after: Moment): Moment | null => {
  // The minute of the day up to which everything has been shown once.
  let shownUntil = 0;
  for (const { startsAt, endsAt, firstMinute } of stretches) {
    const isSkipped = !cron.isHourly && hasMinute(cron, shownUntil, firstMinute);
    if (isSkipped && startsAt > after) return startsAt;
    const from = cron.isHourly ? firstMinute : Math.max(firstMinute, shownUntil);
    const until = firstMinute + Math.ceil((endsAt - startsAt) / minuteMs);
    for (let minute = from; minute < until; minute += 1) {
      const at = startsAt + (minute - firstMinute) * minuteMs;
      if (at > after && fitsMinute(cron, minute)) return at;
    }
    shownUntil = Math.max(shownUntil, until);
  }
  // What the clock skips at the very end of a day is made up for as the next day begins.
  const last = stretches.at(-1);
  const isSkipped = !cron.isHourly && hasMinute(cron, shownUntil, minutesOfDay);
  return last !== undefined && isSkipped && last.endsAt > after ? last.endsAt : null;
};

const hasMinute = (cron: Cron, from: number, until: number): boolean => {
  for (let minute = from; minute < until; minute += 1) if (fitsMinute(cron, minute)) return true;
  return false;
};

const fitsMinute = (cron: Cron, minute: number): boolean =>
  cron.minutes.has(minute % 60) && cron.hours.has(Math.floor(minute / 60));
