import { z } from "zod";
import { deliveryStates, messageTextSchema } from "./conversation.ts";
import { memberIdSchema, stepIdSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import { editableContactFieldsSchema, presences, verifications } from "./people.ts";
import { aiAgentOutcomes } from "./run.ts";
import { jsonSchema } from "./values.ts";

/** A simulation: a workflow played on the engine with everything around it pretended. It is a start and acts, and comes out the same each time. */

const urlSchema = z
  .url({ protocol: /^https?$/, error: "enter an http or https address" })
  .max(2_000);
const reasonSchema = z.string().trim().min(1).max(500);

/** Who is there before the first act, and when it is. */
export const simulationStartSchema = z.strictObject({
  starts_at: z.iso.datetime(),
  channel: z.enum(["widget", "email"]),
  /** The page the contact is on; on other channels nobody is on a page. */
  page_url: urlSchema,
  /** The language of the contact's browser. */
  language: z.string().trim().max(35).nullable(),
  contact: z.strictObject({
    fields: editableContactFieldsSchema,
    /** How far the e-mail address is believed. */
    email_verification: z.enum(verifications),
    /** Was here before: eight days ago. */
    is_returning: z.boolean(),
  }),
  /** Everybody else is online, and nobody has an open conversation. */
  offline_member_ids: z.array(memberIdSchema).max(1_000),
  /** Messages to other channels and mails do not arrive. */
  delivery_fails: z.boolean(),
  /** Which graph of the workflows that this one starts is played. */
  called_workflows: z.enum(["live", "drafts"]),
});
export type SimulationStart = z.infer<typeof simulationStartSchema>;

/** What an action, a model or a mail came to, as the one who simulates chose. */
export const simulatedOutcomeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("done"), output: jsonSchema }),
  z.strictObject({
    kind: z.enum(["failed", "unknown"]),
    code: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "a code is small letters, digits and _"),
    message: reasonSchema,
  }),
]);
export type SimulatedOutcome = z.infer<typeof simulatedOutcomeSchema>;

const fileSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  content_type: z.string().trim().min(1).max(100),
  bytes: z.int().min(0).max(limits.files.bytes),
});
const objectSchema = z.record(z.string(), jsonSchema);

/** One thing that happens in a simulation: to the contact, the team, other machines or the clock. */
export const simulationActSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("write"), text: messageTextSchema }),
  /** The newest button with that id; the label is what it said. */
  z.strictObject({
    act: z.literal("press"),
    quick_reply_id: z.string().min(1).max(64),
    label: z.string().max(200),
  }),
  z.strictObject({
    act: z.literal("send_files"),
    files: z.array(fileSchema).min(1).max(limits.attachments),
  }),
  z.strictObject({ act: z.literal("ask_for_person") }),
  z.strictObject({ act: z.literal("visit"), url: urlSchema, is_new_visit: z.boolean() }),
  /** A detector of the page concludes something. */
  z.strictObject({
    act: z.literal("detect"),
    trigger_type: z.string().min(1).max(64),
    url: urlSchema,
    evidence: objectSchema,
  }),
  z.strictObject({
    act: z.literal("track"),
    name: z.string().trim().min(1).max(200),
    properties: objectSchema,
  }),
  z.strictObject({
    act: z.literal("change_contact"),
    fields: editableContactFieldsSchema,
    verification: z.enum(verifications),
  }),
  z.strictObject({ act: z.literal("dismiss") }),
  /** A member, or the page where no member is named, asks for the workflow by name. */
  z.strictObject({
    act: z.literal("start"),
    inputs: objectSchema,
    by: z.enum(["member", "page"]),
  }),
  z.strictObject({ act: z.literal("receive_webhook"), payload: objectSchema }),
  z.strictObject({ act: z.literal("fire_schedule") }),
  z.strictObject({
    act: z.literal("pass_time"),
    seconds: z
      .int()
      .min(1)
      .max(366 * 86_400),
  }),
  /** A wall-clock time of the workspace, not before now. */
  z.strictObject({
    act: z.literal("set_clock"),
    to: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "enter a date and a time"),
  }),
  z.strictObject({ act: z.literal("pass_to_next_timer") }),
  z.strictObject({
    act: z.literal("set_presence"),
    member_id: memberIdSchema,
    presence: z.enum(presences),
  }),
  z.strictObject({ act: z.literal("reply"), member_id: memberIdSchema, text: messageTextSchema }),
  z.strictObject({ act: z.literal("close"), member_id: memberIdSchema }),
  z.strictObject({
    act: z.literal("assign"),
    member_id: memberIdSchema.nullable(),
    by_member_id: memberIdSchema,
  }),
  z.strictObject({
    act: z.literal("control_run"),
    control: z.enum(["pause", "continue", "skip", "end"]),
  }),
  /** Answers the oldest call that waits; `of` is the action's name with version, or `model`. */
  z.strictObject({
    act: z.literal("finish_call"),
    of: z.string().min(1).max(200),
    outcome: simulatedOutcomeSchema,
  }),
  z.strictObject({ act: z.literal("finish_ai_agent"), outcome: z.enum(aiAgentOutcomes) }),
  /** From now on messages to other channels and mails arrive, or do not. */
  z.strictObject({ act: z.literal("set_delivery"), fails: z.boolean() }),
  /** What a channel says later about the newest message: a bounce, a receipt. */
  z.strictObject({ act: z.literal("report_delivery"), delivery: z.enum(deliveryStates) }),
]);
export type SimulationAct = z.infer<typeof simulationActSchema>;

export const simulationLineKinds = [
  "message",
  "note",
  "step",
  "wait",
  "variable",
  "call",
  "assignment",
  "conversation",
  "start",
  "end",
  "misfit",
] as const;

/** One thing that followed from an act, comparable between two playings: it names no id that playing makes. */
export const simulationLineSchema = z.strictObject({
  kind: z.enum(simulationLineKinds),
  /** The step of the workflow under test that did it; null for everything else. */
  step_id: stepIdSchema.nullable(),
  text: z.string().max(20_000),
});
export type SimulationLine = z.infer<typeof simulationLineSchema>;

/** What followed from the beginning, then from each act in turn. */
export const simulationLinesSchema = z
  .array(z.array(simulationLineSchema).max(5_000))
  .max(limits.simulationActs + 1);

export const simulationActsSchema = z
  .array(simulationActSchema)
  .max(limits.simulationActs, `at most ${limits.simulationActs} acts`);
