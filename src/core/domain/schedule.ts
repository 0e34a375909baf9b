import { IANAZone } from "luxon";
import { z } from "zod";
import { type ScheduleId, scheduleIdSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** Days of a schedule's week, Monday first. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** Tells whether a name is a timezone of the IANA data: "Europe/Berlin", not "CEST" or "+02:00". */
export const isTimezone = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) && IANAZone.isValidZone(name);

export const timezoneSchema = z
  .string()
  .refine(isTimezone, "choose a timezone such as Europe/Berlin");

/** Minutes from midnight of a wall-clock time: "09:30" is 570, "24:00" is 1,440. */
export const toMinutes = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const timeSchema = z.string().regex(time, "write a time such as 09:00");

/**
 * From one wall-clock time to another; the first is inside, the second is not. An end that is not after its start lies on the
 * next day, and the span belongs to the day it starts on. "24:00" is the end of the day.
 */
const spanSchema = z
  .strictObject({
    from: timeSchema,
    to: z.union([timeSchema, z.literal("24:00")], { error: "write a time such as 17:00" }),
  })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    message: "end at another time than the start; the whole day is 00:00 to 24:00",
  });
export type Span = z.infer<typeof spanSchema>;

/** End of a span in minutes from midnight of the day it starts on: over 1,440 when it lies on the next day. */
export const toEndMinutes = ({ from, to }: Span): number => {
  const end = toMinutes(to);
  return end <= toMinutes(from) ? end + 1_440 : end;
};

/** Spans of one day; two that overlap are refused, two that touch are not. */
const spansSchema = z
  .array(spanSchema)
  .max(limits.spansPerDay, `a day has at most ${limits.spansPerDay} spans`)
  .superRefine((spans, context) => {
    const inOrder = spans
      .map((span, index) => ({ span, index, from: toMinutes(span.from), end: toEndMinutes(span) }))
      .sort((a, b) => a.from - b.from);
    inOrder.forEach(({ index, from }, place) => {
      const before = inOrder[place - 1];
      if (before === undefined || from >= before.end) return;
      const message = `overlaps ${before.span.from} to ${before.span.to}; join the two or move one`;
      context.addIssue({ code: "custom", path: [index, "from"], message });
    });
  });

/** One day of the week. A day that is switched off keeps its spans for when it is on again. */
const dayHoursSchema = z
  .strictObject({
    is_open: z.boolean().default(true),
    spans: spansSchema.default([{ from: "09:00", to: "17:00" }]),
  })
  .refine(({ is_open, spans }) => !is_open || spans.length > 0, {
    path: ["spans"],
    message: "add hours, or switch the day off",
  });
export type DayHours = z.infer<typeof dayHoursSchema>;

const dateSchema = z.iso.date("choose a date");
const nameSchema = z.string().trim().max(limits.nameCharacters).default("");

/** Other hours on one date or on each of several; no spans: closed. */
const exceptionSchema = z
  .strictObject({
    date: dateSchema,
    /** The last date, when there is more than one. */
    until: dateSchema.nullable().default(null),
    name: nameSchema,
    spans: spansSchema.default([]),
  })
  .refine(({ date, until }) => until === null || until >= date, {
    path: ["until"],
    message: "the last date comes after the first",
  });
export type DatedHours = z.infer<typeof exceptionSchema>;

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Other hours on a day of every year, "12-25"; no spans: closed. */
const holidaySchema = z.strictObject({
  day: z
    .string()
    .regex(/^\d{2}-\d{2}$/, "choose a day of the year")
    .refine((day) => {
      const last = daysOfMonth[Number(day.slice(0, 2)) - 1] ?? 0;
      return Number(day.slice(3)) >= 1 && Number(day.slice(3)) <= last;
    }, "there is no such day"),
  name: nameSchema,
  spans: spansSchema.default([]),
});
export type YearlyHoliday = z.infer<typeof holidaySchema>;

const exceptionsSchema = z
  .array(exceptionSchema)
  .max(limits.scheduleExceptions, `there are at most ${limits.scheduleExceptions} dates`)
  .superRefine((exceptions, context) => {
    const inOrder = exceptions
      .map(({ date, until }, index) => ({ date, last: until ?? date, index }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    inOrder.forEach(({ date, index }, place) => {
      const before = inOrder[place - 1];
      if (before !== undefined && date <= before.last) {
        const message = `${date} has hours of its own already`;
        context.addIssue({ code: "custom", path: [index, "date"], message });
      }
    });
  });

const holidaysSchema = z
  .array(holidaySchema)
  .max(limits.yearlyHolidays, `there are at most ${limits.yearlyHolidays} yearly holidays`)
  .superRefine((holidays, context) => {
    const days = holidays.map(({ day }) => day);
    days.forEach((day, index) => {
      if (days.indexOf(day) < index)
        context.addIssue({
          code: "custom",
          path: [index, "day"],
          message: "this day is there twice",
        });
    });
  });

const week = {
  monday: dayHoursSchema.prefault({}),
  tuesday: dayHoursSchema.prefault({}),
  wednesday: dayHoursSchema.prefault({}),
  thursday: dayHoursSchema.prefault({}),
  friday: dayHoursSchema.prefault({}),
  saturday: dayHoursSchema.prefault({}),
  sunday: dayHoursSchema.prefault({}),
} as const satisfies Record<Weekday, unknown>;

/**
 * Hours as they are saved, in a step or by name in the workspace: every day 09:00 to 17:00 unless told otherwise.
 * For a date, "closed today" comes first, then a dated exception, then a yearly holiday, then the weekday.
 */
export const scheduleSchema = z.strictObject({
  /** null: the workspace's. */
  timezone: timezoneSchema.nullable().default(null),
  days: z.strictObject(week).prefault({}),
  exceptions: exceptionsSchema.default([]),
  holidays: holidaysSchema.default([]),
  /** The date for which "closed today" was switched on: that date is closed from midnight to midnight, and nothing opens on it. */
  closed_on: dateSchema.nullable().default(null),
});
export type SavedSchedule = z.infer<typeof scheduleSchema>;

/** Hours in a timezone; what the engine asks. Never changed: what is worked out from it is kept by it. */
export type Schedule = Omit<SavedSchedule, "timezone"> & { readonly timezone: string };

/** A schedule that the workspace has under a name, for any step, trigger and team. */
export interface NamedSchedule {
  readonly id: ScheduleId;
  readonly name: string;
  readonly schedule: Schedule;
}

/** Which hours a step means: its own, or some that the workspace has under a name. */
export const scheduleChoiceSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("written"), schedule: scheduleSchema.prefault({}) }),
  z.strictObject({ type: z.literal("named"), schedule_id: scheduleIdSchema }),
]);
export type ScheduleChoice = z.infer<typeof scheduleChoiceSchema>;
