import type { Condition, ConditionGroup, Json, Operator } from "#core/domain";
import { operatorsWithoutValue } from "#core/domain";
import { toText } from "#core/engine";
import type { VariableOption } from "../variables/variable-option.ts";
import { operatorWordsFor } from "./operators.ts";

/** Looks up what a condition compares; undefined for a path that is not known. */
export type FieldOf = (path: string) => VariableOption | undefined;

const template = /^\{\{\s*([^}|]+?)\s*(?:\|[^}]*)?\}\}$/;

const lowerFirst = (text: string): string =>
  // A title of several capitals, such as “VIP”, stays as it is.
  /^[A-Z][a-z’' ]/.test(text) ? text.replace(/^./, (first) => first.toLowerCase()) : text;

const nameOf = (path: string, fieldOf: FieldOf): string => {
  const field = fieldOf(path);
  return field === undefined || field.title === field.path ? path : lowerFirst(field.title);
};

const valueInWords = (
  value: Json | undefined,
  field: VariableOption | undefined,
  fieldOf: FieldOf,
) => {
  const text = value === undefined ? "" : toText(value);
  if (text.trim() === "") return "…";
  const read = template.exec(text.trim())?.[1];
  if (read !== undefined) return nameOf(read, fieldOf);
  const choice = field?.choices?.find((each) => each.value === text);
  if (choice !== undefined) return `“${choice.label}”`;
  return field?.kind === "number" || field?.kind === "date"
    ? `${text}${field.unit === undefined ? "" : ` ${field.unit}`}`
    : `“${text}”`;
};

const joiners: Partial<Readonly<Record<Operator, string>>> = {
  between: " and ",
  has_any_of: " or ",
  has_all_of: " and ",
};

/** Says one comparison as part of a sentence: topic is “An order”. */
const conditionInWords = ({ field: path, operator, value }: Condition, fieldOf: FieldOf) => {
  const field = fieldOf(path);
  const subject = path.trim() === "" ? "…" : nameOf(path, fieldOf);
  const verb = operatorWordsFor(field?.kind ?? "any")[operator];
  if (operatorsWithoutValue.includes(operator)) return `${subject} ${verb}`;
  const values = Array.isArray(value) ? value : [value];
  const said = (values.length === 0 ? [undefined] : values).map((each) =>
    valueInWords(each, field, fieldOf),
  );
  return `${subject} ${verb} ${said.join(joiners[operator] ?? ", ")}`;
};

/** Says a group of comparisons as part of a sentence; empty when there are none. */
export const conditionsInWords = (
  { match, conditions }: Pick<ConditionGroup, "match" | "conditions">,
  fieldOf: FieldOf,
): string =>
  conditions
    .map((condition) => conditionInWords(condition, fieldOf))
    .join(match === "all" ? " and " : " or ");
