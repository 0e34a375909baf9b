import { z } from "zod";

const countSchema = z.int().min(0);

/** A UTC day, as "2026-11-24". */
export const daySchema = z.iso.date();

/** The most days a period may have: a year and its comparison. */
export const mostInsightDays = 400;

/** Which runs are looked at: those that started from one UTC day to another, both included. Without days: the last 30, today included. */
export const insightDaysQuerySchema = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
});
export const insightQuerySchema = insightDaysQuerySchema.extend({
  version_number: z.coerce.number().int().min(1).optional(),
});

export const insightOutcomes = [
  "conversation_closed",
  "handed_over",
  "ended",
  "asked_for_person",
  "failed",
  "cancelled",
  "expired",
] as const;

/** What the runs of a period came to. `started` + `retried` + `moved_here` − `moved_away` = `finished` + `in_progress`. */
export const insightRunsSchema = z.strictObject({
  started: countSchema,
  /** Runs that took up a failed one: they are no starts. */
  retried: countSchema,
  /** From and to versions that were not asked for, by a publish plan; 0 over all versions. */
  moved_here: countSchema,
  moved_away: countSchema,
  in_progress: countSchema,
  finished: countSchema,
  outcomes: z.array(z.strictObject({ outcome: z.enum(insightOutcomes), count: countSchema })),
  goal_reached: countSchema,
  /** Of finished runs, from start to end, to within 5 %; null when none finished. */
  median_seconds: z.number().nullable(),
});
export type InsightRunsBody = z.infer<typeof insightRunsSchema>;

/** What the runs of a period did at one step. Counted by the step's id, which no edit changes. */
export const insightStepSchema = z.strictObject({
  step_id: z.string(),
  step_name: z.string(),
  step_type: z.string(),
  /** The newest of the chosen versions that has the step. */
  version_number: z.int(),
  /** How often a run arrived. A run in a loop arrives several times. */
  entered: countSchema,
  moved_here: countSchema,
  moved_away: countSchema,
  /** How often a run left by a path; the empty one stands for an end inside the step. */
  left: z.array(z.strictObject({ path: z.string(), count: countSchema })),
  /** How many stand there now. */
  waiting: countSchema,
  /** How often it was left with a problem. */
  failed: countSchema,
  /** Runs whose last step it was. `dropped`: a question ended the run by another way than an answer. */
  ended: z.strictObject({
    planned: countSchema,
    dropped: countSchema,
    failed: countSchema,
    cancelled: countSchema,
    expired: countSchema,
  }),
  /** Runs that came and got no further without having come to a planned end: `waiting` and every `ended` but `planned`. */
  dropped_off: countSchema,
  /** Of the visits that were left, to within 5 %; null when none was. */
  median_seconds: z.number().nullable(),
  /** What was answered to a question with only so many answers: ids of options, "true" or "false", or numbers. */
  answers: z.array(z.strictObject({ answer: z.string(), count: countSchema })),
});
export type InsightStepBody = z.infer<typeof insightStepSchema>;

export const insightDaySchema = z.strictObject({
  day: daySchema,
  started: countSchema,
  finished: countSchema,
  goal_reached: countSchema,
});
export type InsightDayBody = z.infer<typeof insightDaySchema>;

/** How one workflow fared in the last 30 UTC days, today included, by the day on which its runs started. */
export const workflowActivitySchema = z.strictObject({
  workflow_id: z.uuid(),
  started: countSchema,
  /** Came to an end that was meant: closed, handed over, or the last step. */
  completed: countSchema,
  /** Starts of each day, the oldest first. */
  days: z.array(countSchema),
});
export type WorkflowActivityBody = z.infer<typeof workflowActivitySchema>;

/** Numbers of one workflow. Runs of test contacts are in none of them. */
export const insightsSchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  /** Versions with numbers in the period, newest first; one that was asked for stands alone. */
  version_numbers: z.array(z.int()),
  runs: insightRunsSchema,
  /** Every day of the period, in order; by the day on which the runs started. */
  days: z.array(insightDaySchema),
  /** Steps with numbers, in no order. */
  steps: z.array(insightStepSchema),
});
export type InsightsBody = z.infer<typeof insightsSchema>;
