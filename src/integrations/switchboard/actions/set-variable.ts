import { jsonSchema, variableNameSchema } from "#core/domain";
import { z } from "zod";
import { defineAction, done } from "../define-action.ts";

/**
 * Gives a variable of the run a value.
 *
 * @example { "name": "attempts", "value": 3 }
 */
export const setVariable = defineAction({
  name: "set_variable",
  title: "Set variable",
  description: "Keeps a value under a name, for later steps.",
  inputs: [
    { name: "name", title: "Variable", type: "string", isRequired: true, names: "variable" },
    { name: "value", title: "Value", type: "any", isRequired: false },
  ],
  outputs: [],
  schema: z.object({ name: variableNameSchema, value: jsonSchema.default(null) }),
  example: { name: "attempts", value: 3 },
  perform: ({ name, value }) => done([{ type: "set_variable", name, value }]),
});
