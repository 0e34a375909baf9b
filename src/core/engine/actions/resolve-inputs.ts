import type { Json, JsonObject, Problem } from "#core/domain";
import type { ActionType } from "../action-contract.ts";
import type { StepContext } from "../step-contract.ts";
import type { Binding, Bindings } from "./binding.ts";
import { fitValue, isNotGiven } from "./fit-value.ts";

/** The input an action is called with, or what keeps it from being called. */
export type ResolvedInputs =
  | { readonly ok: true; readonly input: JsonObject }
  | { readonly ok: false; readonly problem: Problem };

/** Fills in the bindings of an action's inputs and checks each against its type once more, just before the call. An input without a value is left out. */
export const resolveInputs = (
  action: Pick<ActionType, "inputs">,
  bindings: Bindings,
  context: Pick<StepContext, "render" | "lookUp" | "workspace">,
): ResolvedInputs => {
  const input: JsonObject = {};
  for (const field of action.inputs) {
    const binding = Object.hasOwn(bindings, field.name) ? bindings[field.name] : undefined;
    const value = binding === undefined ? undefined : read(binding, context);
    if (isNotGiven(value)) {
      if (field.isRequired) return invalid(field.name, `${field.title} has no value`);
      continue;
    }
    const fitted = fitValue(field, value, context.workspace.timezone);
    if (!fitted.ok) return invalid(field.name, fitted.message);
    input[field.name] = fitted.value;
  }
  return { ok: true, input };
};

const read = (
  binding: Binding,
  { render, lookUp }: Pick<StepContext, "render" | "lookUp">,
): Json | undefined => {
  if ("variable" in binding) return lookUp(binding.variable);
  if ("template" in binding) return render(binding.template, "plain");
  return binding.literal;
};

const invalid = (input: string, message: string): ResolvedInputs => ({
  ok: false,
  problem: { code: "invalid_input", message, details: { input } },
});
