import { hour, minute, type ScheduleChoice, scheduleChoiceSchema } from "#core/domain";
import {
  defineStep,
  fail,
  findSchedule,
  isOpen,
  leave,
  nextOpen,
  type StepContext,
  type StepResult,
  waitFor,
  weekInWords,
} from "#core/engine";
import { DateTime } from "luxon";
import { z } from "zod";

const minutesIn = { minutes: 1, hours: 60, days: 1_440 } as const;
const longestMinutes = 365 * minutesIn.days;

const configSchema = z
  .strictObject({
    amount: z.int("enter a whole number").min(1, "wait at least 1 minute").default(1),
    unit: z.enum(["minutes", "hours", "days"]).default("days"),
    /** Waits until these hours begin instead, and not at all while they last. */
    until_open: scheduleChoiceSchema.nullable().default(null),
    /** A message from the contact ends the wait early, by its own path. */
    until_reply: z.boolean().default(true),
    /** Survives the conversation's closing, for a survey the next day. */
    keep_after_close: z.boolean().default(false),
  })
  .refine(({ amount, unit }) => amount * minutesIn[unit] <= longestMinutes, {
    path: ["amount"],
    message: "wait at most 365 days",
  });
type Config = z.infer<typeof configSchema>;

/**
 * Lets time pass before the run goes on.
 *
 * Use it for a reminder, a follow-up or a survey. A wait over ten minutes gives the floor back. Days are calendar days in the
 * workspace's timezone: one day over a clock change ends at the same time on the clock. It can also wait for the next opening of a
 * schedule, written in the step or named; while that is open the run goes on at once.
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
  description: "Lets time pass, or waits for opening hours; less when the contact writes.",
  config: configSchema,
  shape: z
    .object({
      until_reply: z.boolean().catch(true),
      until_open: z.looseObject({}).nullable().catch(null),
    })
    .catch({ until_reply: true, until_open: null }),
  outputPaths: (shape) => [
    {
      id: "next",
      title: shape.until_open === null ? "Time has passed" : "It is open",
      isRequired: true,
    },
    ...(shape.until_reply ? [{ id: "replied", title: "Contact replied", isRequired: false }] : []),
  ],
  initialConfig: { amount: 1, unit: "days", until_reply: true },
  example: { amount: 2, unit: "days", until_reply: true },
  speaks: false,
  parks: ({ until_open }) => (until_open === null ? "always" : "maybe"),
  skipPath: "next",
  summary: (config) =>
    `Wait ${durationInWords(config)}${config.until_reply ? ", or until the contact replies" : ""}`,
  references: ({ until_open }) =>
    until_open?.type === "named"
      ? [{ kind: "schedule", id: until_open.schedule_id, path: ["until_open", "schedule_id"] }]
      : [],
  enter: (config, context) =>
    config.until_open === null
      ? waitUntil(config, dueAt(config, context))
      : waitForOpening(config, config.until_open, context),
  resume: (config, context, event) => {
    if (event.type === "reply") return leave("replied");
    // The hours may have been changed, or closed for today, since the moment was set; or it comes late.
    return config.until_open === null ||
      findSchedule(config.until_open, context.workspace) === undefined
      ? leave("next")
      : waitForOpening(config, config.until_open, context);
  },
});

const durationInWords = ({ amount, unit, until_open }: Config): string => {
  if (until_open === null) return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  return until_open.type === "named"
    ? "until a schedule of the workspace opens"
    : `until it opens: ${weekInWords(until_open.schedule)}`;
};

const waitUntil = (config: Config, moment: number): StepResult =>
  waitFor(
    {
      for: "time",
      takesReply: config.until_reply,
      keepAfterClose: config.keep_after_close,
      timers: [{ name: "time", dueAt: moment }],
    },
    null,
  );

const waitForOpening = (
  config: Config,
  choice: ScheduleChoice,
  { now, workspace }: StepContext,
): StepResult => {
  const schedule = findSchedule(choice, workspace);
  if (schedule === undefined)
    return fail({
      code: "target_gone",
      message: "The schedule that this step waits for does not exist any more.",
    });
  if (isOpen(schedule, now)) return leave("next", { evidence: [{ is_open: true }] });
  const opening = nextOpen(schedule, now);
  return opening === null
    ? fail({
        code: "never_opens",
        message: "The schedule that this step waits for does not open within a year.",
      })
    : waitUntil(config, opening);
};

const dueAt = ({ amount, unit }: Config, { now, workspace }: StepContext): number => {
  if (unit === "minutes") return now + amount * minute;
  if (unit === "hours") return now + amount * hour;
  return DateTime.fromMillis(now, { zone: workspace.timezone }).plus({ days: amount }).toMillis();
};
