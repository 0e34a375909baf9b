import type { EditingWorld, GivenValue, ValueKind } from "#browser/editing";
import { draftSchema } from "./draft.ts";

type Action = NonNullable<EditingWorld["actions"]>[number];
type Field = Action["outputs"][number];

const kinds: Readonly<Record<Field["type"], ValueKind>> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  date: "date",
  datetime: "date",
  list: "list",
  object: "record",
  any: "any",
};

const examples: Partial<Readonly<Record<Field["type"], NonNullable<GivenValue["example"]>>>> = {
  number: 42,
  boolean: true,
  date: "2026-03-31",
  datetime: "2026-03-31T10:00:00Z",
};

/** What an action's answer holds, field by field under the variable's name, and the variable that the action itself names. */
export const savedValues = (
  config: Parameters<typeof draftSchema.parse>[0],
  actions: EditingWorld["actions"],
): readonly GivenValue[] => {
  const { action: name, save_to, input } = draftSchema.parse(config);
  const action = actions?.find((each) => each.name === name);
  const named = (action?.inputs ?? []).flatMap((field): readonly GivenValue[] => {
    const variable = input[field.name]?.literal;
    return field.names === "variable" && typeof variable === "string" && variable !== ""
      ? [{ path: variable, kind: "any" }]
      : [];
  });
  if (save_to === null || save_to === "") return named;
  return [
    ...named,
    { path: save_to, kind: action === undefined || action.outputs.length === 0 ? "any" : "record" },
    ...(action?.outputs ?? []).map((field) => toValue(save_to, field)),
  ];
};

const toValue = (
  variable: string,
  { name, title, type, values, is_required }: Field,
): GivenValue => {
  const example = values?.[0] ?? examples[type];
  return {
    path: `${variable}.${name}`,
    title,
    kind: kinds[type],
    isOptional: !is_required,
    ...(example === undefined ? {} : { example }),
    ...(values === null ? {} : { choices: values.map((value) => ({ value, label: value })) }),
  };
};
