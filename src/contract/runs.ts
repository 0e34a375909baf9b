import { jsonSchema, runStates, variableNameSchema, waitKinds } from "#core/domain";
import { z } from "zod";
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
  conversation_id: z.uuid().nullable(),
  result: z.enum(["started", "not_started"]),
  run_id: z.uuid().nullable(),
  reason: z.string().nullable(),
  evidence: z.record(z.string(), jsonSchema),
  decided_at: momentSchema,
});
export type DecisionBody = z.infer<typeof decisionSchema>;
