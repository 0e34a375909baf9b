import { jsonSchema, variableNameSchema } from "#core/domain";
import { z } from "zod";
import type { Read } from "../config-facts.ts";
import { isTemplatePath, templateReads } from "../templates/parse-template.ts";
import { templateSchema } from "../templates/check-template.ts";

/** Where the value of one input of an action comes from: the value itself, a text with `{{ }}`, or a variable or field as it is. */
export const bindingSchema = z.union(
  [
    z.strictObject({ literal: jsonSchema }),
    z.strictObject({ template: templateSchema("write the value") }),
    z.strictObject({
      variable: z.string().refine(isTemplatePath, "this is not a field or variable"),
    }),
  ],
  "give a value, a text with variables, or a variable",
);
export type Binding = z.infer<typeof bindingSchema>;

/** The inputs of one use of an action, by name. */
export const bindingsSchema = z.record(variableNameSchema, bindingSchema);
export type Bindings = z.infer<typeof bindingsSchema>;

/** Lists what bindings read. */
export const bindingReads = (bindings: Bindings): readonly Read[] =>
  Object.values(bindings).flatMap((binding) => {
    if ("template" in binding) return templateReads(binding.template);
    return "variable" in binding ? [{ path: binding.variable, isOptional: false }] : [];
  });
