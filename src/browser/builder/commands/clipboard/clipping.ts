import {
  type Graph,
  edgeSchema,
  graphNoteSchema,
  graphTriggerSchema,
  limits,
  silentEndSchema,
  stepSchema,
} from "#core/domain";
import { z } from "zod";

/** The newest form of a clipping that this page writes and reads. */
export const clippingFormat = 1;

/** Marks a text as ours; `format` says how to read the rest. */
export const clippingMarkSchema = z.object({
  switchboard: z.literal("clipping"),
  format: z.int().min(1),
});

/**
 * What was copied from a canvas, as it lies on the clipboard: whole steps, the lines and silent ends between and at them, and notes.
 * `trigger` is only there when it was copied alone.
 */
export const clippingSchema = clippingMarkSchema.extend({
  format: z.literal(clippingFormat),
  trigger: graphTriggerSchema.nullable(),
  steps: z.array(stepSchema).max(limits.stepsPerWorkflow),
  edges: z.array(edgeSchema.extend({ from: silentEndSchema.shape.from })),
  notes: z.array(graphNoteSchema).max(limits.notesPerWorkflow),
  silent_ends: z.array(silentEndSchema),
});
export type Clipping = z.infer<typeof clippingSchema>;

/** A clipping of these parts of a graph. */
export const makeClipping = (
  parts: Pick<Clipping, "steps" | "edges" | "notes" | "silent_ends">,
  trigger: Graph["trigger"] | null = null,
): Clipping => ({ switchboard: "clipping", format: clippingFormat, trigger, ...parts });

export const isEmptyClipping = ({ trigger, steps, notes }: Clipping): boolean =>
  trigger === null && steps.length + notes.length === 0;
