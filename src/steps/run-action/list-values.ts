import type { Json, JsonObject } from "#core/domain";
import { type ActionField, escapeMarkdown, toText } from "#core/engine";

/** Longest value that is shown whole. */
const shownCharacters = 300;

/** Writes values under the titles of their fields, one a line, as Markdown that shows them as they are. */
export const listValues = (fields: readonly ActionField[], values: Json): string => {
  if (typeof values !== "object" || values === null || Array.isArray(values))
    return values === null ? "" : escapeMarkdown(shorten(toText(values)));
  const known = fields.filter(({ name }) => Object.hasOwn(values, name));
  const lines = known.map(({ name, title }) => toLine(title, values[name] ?? null));
  const others = Object.keys(values).filter((name) => !known.some((field) => field.name === name));
  return [...lines, ...others.map((name) => toLine(name, values[name] ?? null))].join("\n");
};

const toLine = (title: string, value: Json): string =>
  // As one: a number at the beginning of a line would be taken for the first of a list.
  `- ${escapeMarkdown(`${title}: ${shorten(toText(value)).replace(/\s*\n\s*/g, " ")}`)}`;

const shorten = (text: string): string =>
  text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;

/** Values as evidence keeps them: short enough to be read. */
export const forEvidence = (value: Json): Json => {
  const text = JSON.stringify(value);
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : value;
};

/** Tells whether two values say the same, whatever the order of their names. */
export const isSame = (one: Json, other: Json): boolean => {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((part, index) => isSame(part, other[index] ?? null))
    );
  return isSameRecord(one, other);
};

const isSameRecord = (one: JsonObject, other: JsonObject): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isSame(one[name] ?? null, other[name] ?? null),
    )
  );
};
