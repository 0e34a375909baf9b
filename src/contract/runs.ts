import {
  jsonSchema,
  nonStartReasons,
  runStates,
  variableNameSchema,
  waitKinds,
} from "#core/domain";
import { z } from "zod";
import { daySchema, insightOutcomes } from "./insights.ts";
import { momentSchema, pageQuerySchema } from "./pagination.ts";

const problemDataSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), jsonSchema).optional(),
});

/** A run as lists and panels show it. */
export const runSummarySchema = z.strictObject({
  id: z.uuid(),
  workflow_id: z.uuid(),
  workflow_name: z.string(),
  version_id: z.uuid(),
  version_number: z.int(),
  contact_id: z.uuid(),
  /** What to call the contact: name, else e-mail, else "Visitor" and four characters of the id. */
  contact_display_name: z.string(),
  /** Of a contact who tries things out: in no insights. */
  is_test: z.boolean(),
  conversation_id: z.uuid().nullable(),
  state: z.enum(runStates),
  step_id: z.string().nullable(),
  step_name: z.string().nullable(),
  waiting_for: z.enum(waitKinds).nullable(),
  /** The nearest timer of the wait. */
  due_at: momentSchema.nullable(),
  /** What came while the run was paused. */
  held_events: z.int(),
  /** "conversation_closed", "handed_over", "asked_for_person", "ended"; null before the end. */
  outcome: z.string().nullable(),
  problem: problemDataSchema.nullable(),
  /** The failed run that this one takes up. */
  retry_of_run_id: z.uuid().nullable(),
  goal_reached_at: momentSchema.nullable(),
  started_at: momentSchema,
  ended_at: momentSchema.nullable(),
});
export type RunSummaryBody = z.infer<typeof runSummarySchema>;

export const visitSchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  step_id: z.string(),
  step_name: z.string(),
  step_type: z.string(),
  entered_at: momentSchema,
  left_at: momentSchema.nullable(),
  path: z.string().nullable(),
  evidence: z.array(z.record(z.string(), jsonSchema)),
  problem: problemDataSchema.nullable(),
});
export type VisitBody = z.infer<typeof visitSchema>;

export const runDetailSchema = z.strictObject({
  run: runSummarySchema,
  visits: z.array(visitSchema),
  variables: z.record(z.string(), jsonSchema),
});
export type RunDetailBody = z.infer<typeof runDetailSchema>;

export const runQuerySchema = pageQuerySchema.extend({
  workflow_id: z.uuid().optional(),
  conversation_id: z.uuid().optional(),
  contact_id: z.uuid().optional(),
  state: z.enum(runStates).optional(),
  version_number: z.coerce.number().int().min(1).optional(),
  /** How it ended: the outcome of a completed run, or the state another one ended in. */
  outcome: z.enum(insightOutcomes).optional(),
  /** The step at which it stands or ended: its last one. */
  step_id: z.string().max(100).optional(),
  /** A step it left, by any path or by `left_path`. */
  left_step_id: z.string().max(100).optional(),
  left_path: z.string().max(100).optional(),
  /** A part of the contact's name or e-mail. */
  search: z.string().trim().max(200).optional(),
  /** UTC days between which it started, both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  is_test: z.stringbool().optional(),
});

/** Manual start. The contact is the conversation's; without a conversation one is made when the run first speaks. */
export const startRunSchema = z
  .strictObject({
    conversation_id: z.uuid().optional(),
    contact_id: z.uuid().optional(),
    inputs: z.record(variableNameSchema, jsonSchema).default({}),
    /** "End it and start": ends the run that has the floor first. */
    ends_holder: z.boolean().default(false),
  })
  .refine(
    (body) => (body.conversation_id === undefined) !== (body.contact_id === undefined),
    "give either conversation_id or contact_id",
  );

export const controlRunSchema = z.strictObject({
  /** `ask_again` continues a paused question by asking it again, which costs no retry. */
  control: z.enum(["pause", "continue", "ask_again", "skip", "end"]),
});

/** `confirms_unknown` is a person's yes to a call that was made, or may have been: it keeps its key. */
export const retryRunSchema = z.strictObject({ confirms_unknown: z.boolean().default(false) });

/** One row of the non-start ledger or one start. */
export const decisionSchema = z.strictObject({
  event_id: z.uuid(),
  workflow_id: z.uuid(),
  contact_id: z.uuid(),
  contact_display_name: z.string(),
  conversation_id: z.uuid().nullable(),
  result: z.enum(["started", "not_started"]),
  run_id: z.uuid().nullable(),
  reason: z.enum(nonStartReasons).nullable(),
  evidence: z.record(z.string(), jsonSchema),
  decided_at: momentSchema,
});
export type DecisionBody = z.infer<typeof decisionSchema>;

export const decisionQuerySchema = pageQuerySchema.extend({
  workflow_id: z.uuid().optional(),
  contact_id: z.uuid().optional(),
  conversation_id: z.uuid().optional(),
  result: z.enum(["started", "not_started"]).optional(),
  reason: z.enum(nonStartReasons).optional(),
  /** A part of the contact's name or e-mail. */
  search: z.string().trim().max(200).optional(),
  /** UTC days, both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
});

/** How often a workflow started, and did not for each reason; counts are kept for ever, the decisions behind them 30 days. */
export const decisionCountsSchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  started: z.int(),
  not_started: z.array(z.strictObject({ reason: z.enum(nonStartReasons), count: z.int() })),
});
export type DecisionCountsBody = z.infer<typeof decisionCountsSchema>;
