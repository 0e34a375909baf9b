import { DateTime } from "luxon";
import type { AnswerContext } from "../answer.ts";
import { dayOrderOf } from "./day-order.ts";
import { monthNames, monthNumber, wordDays } from "./date-words.ts";

interface Reading {
  /** Null when none was written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A date as somebody wrote it, with every day it may mean. */
export interface WrittenDate {
  readonly readings: readonly Reading[];
}

/** So many different ones are several dates whatever they are; each costs a look into the calendar. */
export const mostDates = 20;

/** Finds the dates written in a message, the most certain spellings first; what one has taken no other reads again. */
export const findDates = (
  scanned: string,
  allowWords: boolean,
  context: AnswerContext,
  today: DateTime,
): readonly WrittenDate[] => {
  let rest = scanned
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const found = new Map<string, WrittenDate>();
  const take = (pattern: RegExp, read: (groups: readonly string[]) => readonly Reading[]) => {
    rest = rest.replace(pattern, (whole: string, ...groups: unknown[]) => {
      if (!found.has(whole) && found.size < mostDates)
        found.set(whole, {
          readings: read(groups.map((group) => (typeof group === "string" ? group : ""))),
        });
      return " ".repeat(whole.length);
    });
  };
  take(isoMoment, ([moment = ""]) =>
    toReading(DateTime.fromISO(moment.toUpperCase(), { zone: today.zone })),
  );
  take(yearFirst, ([year = "", , month = "", day = ""]) => [toNumbers(year, month, day)]);
  take(eastAsian, ([year = "", month = "", day = ""]) => [toNumbers(year, month, day)]);
  take(numbers, ([one = "", separator = "", two = "", year = ""]) =>
    orders(separator, context).map((order) =>
      order === "dmy"
        ? { ...toNumbers("", two, one), year: toYear(year, today.year) }
        : { ...toNumbers("", one, two), year: toYear(year, today.year) },
    ),
  );
  take(dayAndMonth, ([day = "", month = "", year = ""]) => [
    { year: toYear(year, today.year), month: monthNumber(month), day: Number(day) },
  ]);
  take(monthAndDay, ([month = "", day = "", year = ""]) => [
    { year: toYear(year, today.year), month: monthNumber(month), day: Number(day) },
  ]);
  take(dottedDay, ([day = "", month = ""]) => [toNumbers("", month, day)]);
  if (allowWords)
    for (const { pattern, toDays } of wordDays(context.language))
      take(pattern, ([amount = ""]) => toReading(today.plus({ days: toDays(Number(amount)) })));
  return [...found.values()];
};

const isoMoment =
  /(?<![\d-])(\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)(?![\d:])/g;
const yearFirst = /(?<![\d./-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d-]|[./]\d)/g;
const eastAsian = /(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g;
const numbers = /(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d-]|[./]\d)/g;
const dottedDay = /(?<![\d./-])(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)/g;
const dayAndMonth = new RegExp(
  `(?<![\\d./-])(\\d{1,2})(?:st|nd|rd|th|er|o|a|\\.)? ?(?:of |de |d['’]|- ?)?(?<!\\p{L})(${monthNames})(?!\\p{L})\\.?(?:,? (?:de |del )?(\\d{4}|['’]\\d{2})(?!\\d))?`,
  "gu",
);
const monthAndDay = new RegExp(
  `(?<!\\p{L})(${monthNames})(?!\\p{L})\\.? (?:the )?(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? (\\d{4}|['’]\\d{2})(?!\\d))?`,
  "gu",
);

const toNumbers = (year: string, month: string, day: string): Reading => ({
  year: year === "" ? null : Number(year),
  month: Number(month),
  day: Number(day),
});

/** Two digits are a year of the last eighty or the next twenty. */
const toYear = (written: string, thisYear: number): number | null => {
  const figures = written.replace(/\D/g, "");
  if (figures === "") return null;
  if (figures.length > 2) return Number(figures);
  const century = thisYear - (thisYear % 100);
  const year = century + Number(figures);
  return year > thisYear + 20 ? year - 100 : year;
};

const toReading = (date: DateTime): readonly Reading[] =>
  date.isValid ? [{ year: date.year, month: date.month, day: date.day }] : [];

/** Points stand between day and month wherever they are used; strokes and hyphens follow the language. */
const orders = (separator: string, context: AnswerContext): readonly ("dmy" | "mdy")[] => {
  const order = dayOrderOf(context);
  if (separator === ".") return order === "mdy" ? ["dmy", "mdy"] : ["dmy"];
  return order === "either" ? ["dmy", "mdy"] : [order];
};
