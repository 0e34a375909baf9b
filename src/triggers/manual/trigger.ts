import { type Json, type JsonObject, limits, variableNameSchema } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

const inputSchema = z.strictObject({
  name: variableNameSchema,
  type: z.enum(["string", "number", "boolean", "date", "datetime"]),
  is_required: z.boolean().default(false),
});

/**
 * Fires when a member starts the workflow from the inbox, or the API does.
 *
 * Use it for what a person decides to begin, such as a return. Inputs are named values given at the start, read as `trigger.…`;
 * their types are `string`, `number`, `boolean`, `date` and `datetime`. With `from_page` the page may start it as well: whoever
 * sees the page can then do so, with inputs of their choice.
 *
 * @example { "inputs": [{ "name": "order_id", "type": "string", "is_required": false }], "from_page": false }
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
    from_page: z.boolean().default(false),
  }),
  initialConfig: { inputs: [], from_page: false },
  example: {
    inputs: [{ name: "order_id", type: "string", is_required: false }],
    from_page: false,
  },
  inputs: [],
  configuredInputs: ({ inputs }) => inputs.map(({ name }) => name),
  summary: ({ inputs }) =>
    inputs.length === 0
      ? "When started by hand"
      : `When started by hand with ${inputs.map(({ name }) => name).join(", ")}`,
  matches: ({ inputs, from_page }, request) => {
    if (request.by === "page" && !from_page) return filteredBy("from_page", true, false);
    const given: JsonObject = {};
    for (const { name, type, is_required } of inputs) {
      const value: Json = Object.hasOwn(request.inputs, name)
        ? (request.inputs[name] ?? null)
        : null;
      if (value === null ? is_required : !isOfType(value, type)) {
        const actual = value === null ? "nothing" : typeof value;
        return { match: "filtered", evidence: { input: name, expected: type, actual } };
      }
      if (value !== null) given[name] = value;
    }
    return fires(given);
  },
});

/** Values may come from the page: a text is no longer than a message, a date is one that the calendar has. */
const isOfType = (value: Json, type: z.infer<typeof inputSchema>["type"]): boolean => {
  switch (type) {
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value.length <= limits.messageCharacters;
    case "date":
      return z.iso.date().safeParse(value).success;
    case "datetime":
      return z.iso.datetime({ offset: true, local: true }).safeParse(value).success;
  }
};
