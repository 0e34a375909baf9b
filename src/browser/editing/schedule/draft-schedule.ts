import { weekdays, type Weekday } from "#core/domain";
import { z } from "zod";

const usualHours = { from: "09:00", to: "17:00" };

const spanSchema = z
  .object({ from: z.string().catch("09:00"), to: z.string().catch("17:00") })
  .catch(usualHours);
const spansSchema = z.array(spanSchema).catch([]);
const daySchema = z
  .object({
    is_open: z.boolean().catch(true),
    spans: z.array(spanSchema).catch([usualHours]),
  })
  .catch({ is_open: true, spans: [usualHours] });
const week = Object.fromEntries(weekdays.map((name) => [name, daySchema]));
const scheduleSchema = z.object({
  timezone: z.string().nullable().catch(null),
  days: z.object(week).catch(() => z.object(week).parse({})),
  exceptions: z
    .array(
      z.object({
        date: z.string().catch(""),
        until: z.string().nullable().catch(null),
        name: z.string().catch(""),
        spans: spansSchema,
      }),
    )
    .catch([]),
  holidays: z
    .array(z.object({ day: z.string().catch(""), name: z.string().catch(""), spans: spansSchema }))
    .catch([]),
  closed_on: z.string().nullable().catch(null),
});

/** A schedule under edit: every part is there, and any of it may be wrong. */
export type DraftSchedule = z.infer<typeof scheduleSchema> & {
  readonly days: Readonly<Record<Weekday, DraftDay>>;
};
export type DraftDay = z.infer<typeof daySchema>;
export type DraftSpan = z.infer<typeof spanSchema>;
export type DraftException = DraftSchedule["exceptions"][number];
export type DraftHoliday = DraftSchedule["holidays"][number];

/** Reads a schedule out of anything; what is missing is as it is by default. */
export const readSchedule = (saved: unknown): DraftSchedule => {
  const draft = scheduleSchema.catch(() => scheduleSchema.parse({})).parse(saved);
  const dayOf = (name: Weekday): DraftDay => draft.days[name] ?? daySchema.parse({});
  return {
    ...draft,
    days: {
      monday: dayOf("monday"),
      tuesday: dayOf("tuesday"),
      wednesday: dayOf("wednesday"),
      thursday: dayOf("thursday"),
      friday: dayOf("friday"),
      saturday: dayOf("saturday"),
      sunday: dayOf("sunday"),
    },
  };
};

/** The hours that a new span begins with: after the last one, or the usual ones. */
export const freshSpan = (spans: readonly DraftSpan[]): DraftSpan => {
  const last = spans.reduce((latest, { to }) => (to > latest ? to : latest), "");
  const hour = Number(last.slice(0, 2));
  if (last === "" || !Number.isInteger(hour)) return usualHours;
  const at = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
  return hour < 22 ? { from: at(hour + 1), to: at(Math.min(hour + 5, 24)) } : usualHours;
};
