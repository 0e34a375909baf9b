import { hour, minute } from "#core/domain";
import { defineStep, leave, type StepContext, waitFor } from "#core/engine";
import { DateTime } from "luxon";
import { z } from "zod";

const minutesIn = { minutes: 1, hours: 60, days: 1_440 } as const;
const longestMinutes = 365 * minutesIn.days;

const configSchema = z
  .strictObject({
    amount: z.int("enter a whole number").min(1, "wait at least 1 minute"),
    unit: z.enum(["minutes", "hours", "days"]),
    /** A message from the contact ends the wait early, by its own path. */
    until_reply: z.boolean().default(true),
    /** Survives the conversation's closing, for a survey the next day. */
    keep_after_close: z.boolean().default(false),
  })
  .refine(({ amount, unit }) => amount * minutesIn[unit] <= longestMinutes, {
    path: ["amount"],
    message: "wait at most 365 days",
  });

/**
 * Lets time pass before the run goes on.
 *
 * Use it for a reminder, a follow-up or a survey. A wait over ten minutes gives the floor back. Days are calendar days in the
 * workspace's timezone: one day over a clock change ends at the same time on the clock.
 *
 * Paths
 * - `next`: the time has passed.
 * - `replied` (optional): the contact wrote before that.
 *
 * @example { "amount": 2, "unit": "days", "until_reply": true }
 */
export const wait = defineStep({
  type: "wait",
  title: "Wait",
  description: "Lets minutes, hours or days pass, or less when the contact writes.",
  config: configSchema,
  shape: z.object({ until_reply: z.boolean().catch(true) }).catch({ until_reply: true }),
  outputPaths: (shape) => [
    { id: "next", title: "Time has passed", isRequired: true },
    ...(shape.until_reply ? [{ id: "replied", title: "Contact replied", isRequired: false }] : []),
  ],
  initialConfig: { amount: 1, unit: "days", until_reply: true },
  example: { amount: 2, unit: "days", until_reply: true },
  speaks: false,
  parks: () => "always",
  skipPath: "next",
  summary: ({ amount, unit, until_reply }) =>
    `Wait ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}${until_reply ? ", or until the contact replies" : ""}`,
  enter: (config, context) =>
    waitFor(
      {
        for: "time",
        takesReply: config.until_reply,
        keepAfterClose: config.keep_after_close,
        timers: [{ name: "time", dueAt: dueAt(config, context) }],
      },
      null,
    ),
  resume: (_config, _context, event) => leave(event.type === "reply" ? "replied" : "next"),
});

const dueAt = (
  { amount, unit }: z.infer<typeof configSchema>,
  { now, workspace }: StepContext,
): number => {
  if (unit === "minutes") return now + amount * minute;
  if (unit === "hours") return now + amount * hour;
  return DateTime.fromMillis(now, { zone: workspace.timezone }).plus({ days: amount }).toMillis();
};
