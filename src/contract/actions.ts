import { z } from "zod";

const actionFieldSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  type: z.enum(["string", "number", "boolean", "date", "datetime", "list", "object", "any"]),
  is_required: z.boolean(),
  /** The values it can have; null when there are many. */
  values: z.array(z.string()).nullable(),
  /** What a text of this input names, so that the action gives it a value. */
  names: z.enum(["variable", "contact_field"]).nullable(),
});
export type ActionFieldBody = z.infer<typeof actionFieldSchema>;

/** One thing an integration can do: all that a form and the checks need. */
export const actionSchema = z.strictObject({
  name: z.string(),
  integration: z.string(),
  title: z.string(),
  description: z.string(),
  inputs: z.array(actionFieldSchema),
  outputs: z.array(actionFieldSchema),
  is_repeatable: z.boolean(),
  /** Asks the contact first unless told otherwise. */
  confirms: z.boolean(),
  /** Speaks to the contact itself. */
  speaks: z.boolean(),
  /** Runs inside the database, at once. */
  is_inside: z.boolean(),
  /** The input that says how much money moves, and the one that names the currency. */
  amount: z.strictObject({ input: z.string(), currency_input: z.string().nullable() }).nullable(),
});
export type ActionBody = z.infer<typeof actionSchema>;

export const actionListSchema = z.strictObject({ items: z.array(actionSchema) });
