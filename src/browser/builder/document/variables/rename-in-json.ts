import type { Condition, Json, JsonObject } from "#core/domain";
import type { VariablePlace } from "#core/engine";

/** Tells of an action's input whether its value is a variable's name. */
export type NamesVariable = (action: string, input: string) => boolean;

/** The renaming of one variable. Names are made of letters that mean nothing in a pattern. */
interface Renaming {
  readonly from: string;
  readonly to: string;
}

const isRecord = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes each part of a list or record; the very same value when no part changes. */
const mapParts = (value: Json, change: (part: Json, name: string) => Json): Json => {
  if (Array.isArray(value)) {
    const parts = value.map((part, index) => change(part, String(index)));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, change(part, name)] as const);
  return entries.every(([name, part]) => part === value[name])
    ? value
    : Object.fromEntries(entries);
};

/** Changes the value at a path, and at every one that "*" stands for; what is not there stays away. */
const changeAt = (value: Json, path: readonly string[], change: (value: Json) => Json): Json => {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  return mapParts(value, (part, own) =>
    name === "*" || name === own ? changeAt(part, rest, change) : part,
  );
};

/** Every text in a value: one for everybody, one per language, or a list of them. */
const changeTexts = (value: Json, change: (text: string) => string): Json =>
  typeof value === "string" ? change(value) : mapParts(value, (part) => changeTexts(part, change));

const inTemplate = ({ from, to }: Renaming) => {
  const mention = new RegExp(`(\\{\\{\\s*)${from}(?![A-Za-z0-9_])`, "g");
  return (text: string): string =>
    text.replace(mention, (_mention, opening: string) => `${opening}${to}`);
};

const inPath =
  ({ from, to }: Renaming) =>
  (text: string): string =>
    text === from || text.startsWith(`${from}.`) ? `${to}${text.slice(from.length)}` : text;

const asName =
  ({ from, to }: Renaming) =>
  (text: string): string =>
    text === from ? to : text;

/** Renames a variable at every place of a config; the very same config when it does not name it. */
export const renameInJson = (
  config: JsonObject,
  places: readonly VariablePlace[],
  renaming: Renaming,
  namesVariable: NamesVariable,
): JsonObject => {
  const ways = { template: inTemplate(renaming), path: inPath(renaming), name: asName(renaming) };
  const renamed = places.reduce<Json>((value, { path, holds }) => {
    if (holds !== "action_input")
      return changeAt(value, path, (part) => changeTexts(part, ways[holds]));
    const action = isRecord(value) ? value["action"] : undefined;
    return typeof action !== "string"
      ? value
      : changeAt(value, path, (inputs) =>
          mapParts(inputs, (binding, input) =>
            namesVariable(action, input)
              ? changeAt(binding, ["literal"], (name) => changeTexts(name, ways.name))
              : binding,
          ),
        );
  }, config);
  return isRecord(renamed) ? renamed : config;
};

/** Renames a variable in a comparison: what is compared, and texts it is compared with. The very same one when it names it nowhere. */
export const renameInCondition = (condition: Condition, renaming: Renaming): Condition => {
  const field = inPath(renaming)(condition.field);
  const { value } = condition;
  const renamed = value === undefined ? value : changeTexts(value, inTemplate(renaming));
  if (field === condition.field && renamed === value) return condition;
  return { ...condition, field, ...(renamed === undefined ? {} : { value: renamed }) };
};
