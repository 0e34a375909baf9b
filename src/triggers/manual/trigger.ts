import { type Json, type JsonObject, variableNameSchema } from "#core/domain";
import { defineTrigger } from "#core/engine";
import { z } from "zod";

const inputSchema = z.strictObject({
  name: variableNameSchema,
  type: z.enum(["string", "number", "boolean"]),
  is_required: z.boolean().default(false),
});

/**
 * Fires when a member starts the workflow from the inbox, or the API does.
 *
 * Use it for what a person decides to begin, such as a return. Inputs are named values given at the start, read as `trigger.…`.
 *
 * @example { "inputs": [{ "name": "order_id", "type": "string", "is_required": false }] }
 */
export const manual = defineTrigger({
  type: "manual",
  title: "Started by hand",
  description: "A member or the API starts it.",
  on: "request",
  config: z.strictObject({
    inputs: z
      .array(inputSchema)
      .max(50, "at most 50 inputs")
      .refine(
        (inputs) => new Set(inputs.map(({ name }) => name)).size === inputs.length,
        "two inputs have the same name",
      )
      .default([]),
  }),
  initialConfig: { inputs: [] },
  example: { inputs: [{ name: "order_id", type: "string", is_required: false }] },
  inputs: [],
  configuredInputs: ({ inputs }) => inputs.map(({ name }) => name),
  summary: ({ inputs }) =>
    inputs.length === 0
      ? "When started by hand"
      : `When started by hand with ${inputs.map(({ name }) => name).join(", ")}`,
  matches: ({ inputs }, occurrence) => {
    const given: JsonObject = {};
    for (const { name, type, is_required } of inputs) {
      const value: Json = Object.hasOwn(occurrence.inputs, name)
        ? (occurrence.inputs[name] ?? null)
        : null;
      if (value === null ? is_required : typeof value !== type) {
        return {
          match: "filtered",
          evidence: {
            input: name,
            expected: type,
            actual: value === null ? "nothing" : typeof value,
          },
        };
      }
      if (value !== null) given[name] = value;
    }
    return { match: "yes", inputs: given };
  },
});
