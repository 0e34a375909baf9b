import { type Answer, type AnswerContext, invalid, type Reply } from "../answer.ts";
import { takeOnly } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";
import { findDates, mostDates, type WrittenDate } from "./find-dates.ts";
import { DateTime } from "luxon";

interface DateAnswer {
  /** An ISO date, or "today". */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly allow_words: boolean;
}

interface Bounds {
  readonly min: string | null;
  readonly max: string | null;
  readonly today: DateTime;
}

/**
 * Takes the one date in a message that is allowed, as an ISO date: ISO, the language's numbers ("5.3.2026", "5/3/2026"), a month by
 * name ("5 March 2026"), and "tomorrow" where words are allowed. A date that may mean two days is refused unless only one is allowed.
 */
export const parseDateAnswer = (
  config: DateAnswer,
  reply: Reply,
  context: AnswerContext,
): Answer => {
  const today = DateTime.fromMillis(context.now, { zone: context.timezone });
  if (!today.isValid) return invalid("no_date");
  const toBound = (bound: string | undefined) =>
    bound === "today" ? today.toISODate() : (bound ?? null);
  const bounds: Bounds = { min: toBound(config.min), max: toBound(config.max), today };
  const found = findDates(toScanned(reply.text), config.allow_words, context, today);
  if (found.length >= mostDates) return invalid("several_dates");
  const reasons = new Set<string>();
  const days: string[] = [];
  for (const date of found) {
    const readings = new Set(date.readings.flatMap((reading) => toDays(reading, bounds)));
    const allowed = [...readings].filter((day) => isWithin(day, bounds));
    if (allowed.length > 1) return invalid("ambiguous_date");
    if (allowed[0] !== undefined) days.push(allowed[0]);
    else reasons.add(reasonFor(date, [...readings], bounds));
  }
  const [reason = "no_date"] = reasons;
  return takeOnly(days, reason, "several_dates");
};

const isWithin = (day: string, { min, max }: Bounds): boolean =>
  (min === null || day >= min) && (max === null || day <= max);

const reasonFor = ({ readings }: WrittenDate, days: readonly string[], { min }: Bounds): string => {
  const [day] = days;
  if (day === undefined)
    return readings.some(({ year }) => year === null) ? "year_missing" : "no_such_day";
  return min !== null && day < min ? "too_early" : "too_late";
};

/** The days a written date may mean: one, or none that exists. Without a year it is the one nearest to a bound, so one is needed. */
const toDays = (
  { year, month, day }: WrittenDate["readings"][number],
  { min, max, today }: Bounds,
): readonly string[] => {
  if (year !== null) return toIsoDay(year, month, day);
  const around = [today.year - 1, today.year, today.year + 1].flatMap((each) =>
    toIsoDay(each, month, day),
  );
  const allowed = around.filter((each) => isWithin(each, { min, max, today }));
  if (min === null && max === null) return [];
  return min === null ? allowed.slice(-1) : max === null ? allowed.slice(0, 1) : allowed;
};

const toIsoDay = (year: number, month: number, day: number): readonly string[] => {
  const date = DateTime.fromObject({ year, month, day }, { zone: "utc" });
  const iso = date.isValid ? date.toISODate() : null;
  return iso === null ? [] : [iso];
};
