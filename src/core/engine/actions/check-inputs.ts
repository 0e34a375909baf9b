import { variableNameSchema } from "#core/domain";
import type { ActionField, ActionType } from "../action-contract.ts";
import type { ConfigProblem } from "../config-facts.ts";
import { reservedNames } from "../templates/fields.ts";
import type { Binding, Bindings } from "./binding.ts";
import { fitValue, isNotGiven } from "./fit-value.ts";

/** Finds what is wrong with the bindings of an action's inputs before anything runs, each at its input: `[name]`. */
export const checkInputs = (
  action: Pick<ActionType, "title" | "inputs">,
  bindings: Bindings,
): readonly ConfigProblem[] => {
  const known = new Set(action.inputs.map(({ name }) => name));
  const unknown = Object.keys(bindings)
    .filter((name) => !known.has(name))
    .map((name) => ({ path: [name], message: `${action.title} has no input “${name}”` }));
  return [
    ...unknown,
    ...action.inputs.flatMap((field) => {
      const binding = Object.hasOwn(bindings, field.name) ? bindings[field.name] : undefined;
      const message = checkInput(field, binding);
      return message === null ? [] : [{ path: [field.name], message }];
    }),
  ];
};

const checkInput = (field: ActionField, binding: Binding | undefined): string | null => {
  const missing = field.isRequired ? `fill in ${field.title}` : null;
  if (binding === undefined) return missing;
  if ("variable" in binding)
    return field.names === undefined ? null : `write the name in ${field.title} as it is`;
  const text = "template" in binding ? binding.template : binding.literal;
  if (typeof text === "string" && text.includes("{{")) {
    if (field.names !== undefined) return `write the name in ${field.title} as it is`;
    return field.type === "object" || field.type === "list"
      ? `take ${field.title} from a variable`
      : null;
  }
  if (isNotGiven(text)) return missing;
  // What names a day is read in the workspace's zone when it runs; whether it is a date does not depend on it.
  const fitted = fitValue(field, text, "UTC");
  if (!fitted.ok) return fitted.message;
  return field.names === "variable" ? checkName(fitted.value) : null;
};

const checkName = (name: unknown): string | null => {
  const parsed = variableNameSchema.safeParse(name);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? "this is not a name";
  return reservedNames.includes(parsed.data) ? "this name is taken; choose another" : null;
};

/** Lists what an action gives a value to because an input names it, as `StepType.writes` says it. */
export const namedByInputs = (
  { inputs }: Pick<ActionType, "inputs">,
  bindings: Bindings,
): readonly string[] =>
  inputs.flatMap(({ name, names }) => {
    const binding = Object.hasOwn(bindings, name) ? bindings[name] : undefined;
    if (names === undefined || binding === undefined || "variable" in binding) return [];
    const named = "template" in binding ? binding.template : binding.literal;
    if (typeof named !== "string" || named === "") return [];
    return [names === "variable" ? named : `contact.${named}`];
  });
