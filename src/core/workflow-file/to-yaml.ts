import type { Json } from "#core/domain";
import { Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { InlineList } from "./inline-list.ts";

/** Names that say what the rest is about come first, the others follow by the alphabet: one order, whatever the database made of it. */
const firstNames = [
  "id",
  "type",
  "name",
  "label",
  "match",
  "every",
  "field",
  "operator",
  "value",
  "text",
];

/** A list's item is written on one line up to this length. */
const mostOnOneLine = 100;

/** Turns plain data into YAML with a fixed order of names and, beside each id that has a name, that name as a comment. */
export const toYaml = (
  value: Json,
  names: ReadonlyMap<string, string>,
  isItem = false,
): Scalar | YAMLMap | YAMLSeq => {
  if (Array.isArray(value)) return toList(value, names);
  if (typeof value === "object" && value !== null) return toMap(value, names, isItem);
  const scalar = toScalar(value);
  const name = typeof value === "string" ? names.get(value) : undefined;
  if (name !== undefined) scalar.comment = ` ${name.replace(/\s+/g, " ")}`;
  return scalar;
};

/** Writes a text of several lines as they are, one under the other; a text with odd spaces or characters is quoted, so that none is lost. */
export const toScalar = (value: string | number | boolean | null): Scalar => {
  const scalar = new Scalar(value);
  const isOdd = (text: string): boolean =>
    /^\s|[^\S\n]$|[^\S\n]\n|[^\S \n]|\p{Cc}(?<!\n)|\p{Cf}|[\u2028\u2029]/u.test(text);
  if (typeof value === "string" && isOdd(value)) scalar.type = "QUOTE_DOUBLE";
  return scalar;
};

const toList = (items: readonly Json[], names: ReadonlyMap<string, string>): YAMLSeq => {
  const isShortList =
    items.every((item) => isShort(item, names)) && lengthOf(items) <= mostOnOneLine;
  const list = isShortList ? new InlineList() : new YAMLSeq();
  for (const item of items) list.items.push(toYaml(item, names, true));
  return list;
};

const toMap = (
  value: { readonly [name: string]: Json },
  names: ReadonlyMap<string, string>,
  isItem: boolean,
): YAMLMap => {
  const map = new YAMLMap();
  const entries = Object.entries(value).toSorted(
    ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  for (const [key, part] of entries) map.items.push(new Pair(toScalar(key), toYaml(part, names)));
  map.flow =
    isItem && entries.every(([, part]) => isShort(part, names)) && lengthOf(value) <= mostOnOneLine;
  return map;
};

const rank = (name: string): number => {
  const index = firstNames.indexOf(name);
  return index === -1 ? firstNames.length : index;
};

/** A plain value that reads well among others on a line; an id with a name wants a line for its comment. */
const isShort = (value: Json, names: ReadonlyMap<string, string>): boolean =>
  typeof value === "object" && value !== null
    ? Array.isArray(value)
      ? value.every((item) => typeof item !== "object" && isShort(item, names))
      : false
    : typeof value !== "string" || (!names.has(value) && !/[\r\n]/.test(value));

const lengthOf = (value: Json | readonly Json[]): number => JSON.stringify(value).length;
