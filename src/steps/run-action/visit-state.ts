import { type Json, jsonSchema } from "#core/domain";
import { z } from "zod";

const inputSchema = z.record(z.string(), jsonSchema);

/** What a visit remembers while it waits: for the contact's yes, for the call, or for what an inside action waits for. */
const visitStateSchema = z.discriminatedUnion("phase", [
  z.object({
    phase: z.literal("confirming"),
    /** Ids of this visit's buttons begin with it. */
    nonce: z.string(),
    /** How often it was asked; only the buttons of the last time count. */
    asked: z.number(),
    input: inputSchema,
    dueAt: z.number(),
    /** Something else was written and it was asked again because of that. */
    isReminded: z.boolean(),
  }),
  z.object({ phase: z.literal("calling"), input: inputSchema }),
  z.object({ phase: z.literal("inside"), input: inputSchema, state: jsonSchema }),
]);
export type VisitState = z.infer<typeof visitStateSchema>;
export type Confirming = Extract<VisitState, { phase: "confirming" }>;

/** Reads the state a visit kept; null for one that is not ours. */
export const toVisitState = (state: Json): VisitState | null =>
  visitStateSchema.safeParse(state).data ?? null;
