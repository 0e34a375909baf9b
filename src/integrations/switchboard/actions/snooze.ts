import { day, hour, minute } from "#core/domain";
import { DateTime } from "luxon";
import { z } from "zod";
import { defineAction, done, failed } from "../define-action.ts";

const units = ["minutes", "hours", "days"] as const;

/**
 * Puts the conversation out of sight for a time, or until a moment.
 *
 * Give an amount and its unit, or a moment. Days are calendar days in the workspace's timezone. Fails with `invalid_input` when the
 * moment has passed or is more than 365 days away.
 *
 * @example { "amount": 2, "unit": "days" }
 */
export const snooze = defineAction({
  name: "snooze",
  title: "Snooze conversation",
  description: "Puts the conversation out of sight until later.",
  inputs: [
    { name: "amount", title: "How long", type: "number", isRequired: false },
    { name: "unit", title: "Unit", type: "string", isRequired: false, values: units },
    { name: "until", title: "Until", type: "datetime", isRequired: false },
  ],
  outputs: [{ name: "until", title: "Snoozed until", type: "datetime", isRequired: true }],
  schema: z
    .object({
      amount: z.int("give a whole number").min(1, "snooze for at least 1 minute").optional(),
      unit: z.enum(units).default("hours"),
      until: z.string().optional(),
    })
    .refine(({ amount, until }) => (amount === undefined) !== (until === undefined), {
      message: "give either how long or until when",
    }),
  example: { amount: 2, unit: "days" },
  perform: ({ amount = 0, unit, until }, { now, workspace }) => {
    const moment =
      until === undefined ? later(now, amount, unit, workspace.timezone) : Date.parse(until);
    if (!(moment > now && moment <= now + 365 * day))
      return failed("invalid_input", "Snooze until a moment within the next 365 days.");
    return done([{ type: "snooze", until: moment }], { until: new Date(moment).toISOString() });
  },
});

const later = (now: number, amount: number, unit: (typeof units)[number], zone: string): number => {
  if (unit === "minutes") return now + amount * minute;
  if (unit === "hours") return now + amount * hour;
  return DateTime.fromMillis(now, { zone }).plus({ days: amount }).toMillis();
};
