import { type Json, type JsonObject, jsonSchema } from "#core/domain";
import type { CardId } from "#browser/graph";
import type { FieldChange, FieldPath } from "../difference.ts";
import { orderOf } from "../json-changes.ts";
import { type FieldWords, itemsOf, wordsOf } from "./field-words.ts";
import type { Names } from "#steps/editors";
import type { DifferenceSentence } from "./sentence.ts";
import { valueWords } from "./value-words.ts";
import { wordDifference } from "./word-difference.ts";

interface Card {
  /** What it is called. */
  readonly name: string;
  /** Its config in the older and the newer graph. */
  readonly config: readonly [JsonObject, JsonObject];
  readonly isWait: boolean;
  readonly isFirstOfWait: boolean;
  readonly names: Names;
}

/** Says one changed field; nothing for one that another sentence says along. */
export const fieldSentence = (
  change: FieldChange & { readonly card: CardId },
  card: Card,
): readonly DifferenceSentence[] => {
  const { field, before, after } = change;
  const say = (
    text: string,
    tone: DifferenceSentence["tone"] = "changed",
    stretches: DifferenceSentence["stretches"] = [],
  ): readonly DifferenceSentence[] => [{ tone, card: change.card, text, stretches }];
  const who = `“${card.name}”`;
  const last = field.at(-1);
  if (card.isWait && (last === "amount" || last === "unit")) {
    const [was, is] = card.config.map(waitWords);
    return card.isFirstOfWait ? say(`${who} now waits ${is ?? ""} instead of ${was ?? ""}`) : [];
  }
  const list = itemsOf(field.slice(0, -1));
  if (list !== undefined && last === orderOf)
    return say(`${who} has its ${list.all} in another order`);
  if (list !== undefined && before === undefined)
    return say(`${who} has a new ${list.one} “${itemName(after)}”`, "added");
  if (list !== undefined && after === undefined)
    return say(`${who} no longer has the ${list.one} “${itemName(before)}”`, "removed");
  const words = wordsOf(field);
  const item = itemOf(field, card.config);
  const of = item === null || words.kind === "text" ? "" : ` “${item}”`;
  return said(words, { who, of, before, after, names: card.names }, say);
};

interface Said {
  readonly who: string;
  /** The item of a list that the field belongs to, in quotes; empty for none. */
  readonly of: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly names: Names;
}

const said = (
  words: FieldWords,
  { who, of, before, after, names }: Said,
  say: (
    text: string,
    tone?: DifferenceSentence["tone"],
    stretches?: DifferenceSentence["stretches"],
  ) => readonly DifferenceSentence[],
): readonly DifferenceSentence[] => {
  const value = (given: Json | undefined, says?: (value: Json, names: Names) => string | null) =>
    (given === undefined || given === null ? null : says?.(given, names)) ??
    valueWords(given, names);
  switch (words.kind) {
    case "text": {
      if (typeof before === "string" && typeof after === "string")
        return say(
          `${who}: ${words.label} reads differently`,
          "changed",
          wordDifference(before, after),
        );
      if (isNothing(before))
        return say(`${who} has ${words.label} of its own`, "added", [
          { kind: "now", text: plainText(after) },
        ]);
      if (isNothing(after))
        return say(`${who} no longer has ${words.label}`, "removed", [
          { kind: "was", text: plainText(before) },
        ]);
      return say(`${who}: ${words.label} reads differently`, "changed", [
        { kind: "was", text: plainText(before) },
        { kind: "now", text: plainText(after) },
      ]);
    }
    case "flag":
      return say(`${who} ${isOn(after) ? "now" : "no longer"} ${words.does}`);
    case "doing":
      return say(
        isNothing(after)
          ? `${who} no longer ${words.does} ${value(before, words.says)}`
          : `${who} now ${words.does} ${value(after, words.says)}${isNothing(before) ? "" : ` instead of ${value(before, words.says)}`}`,
      );
    case "value": {
      const is = words.isMany === true ? "are" : "is";
      return say(
        isNothing(after)
          ? `${who}: ${words.label}${of} ${is} no longer set (${value(before, words.says)})`
          : `${who}: ${words.label}${of} ${is} now ${value(after, words.says)}${isNothing(before) ? "" : ` instead of ${value(before, words.says)}`}`,
      );
    }
  }
};

const isOn = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== false;

const isNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

const waitWords = (config: JsonObject): string => {
  const { amount, unit } = config;
  const one = typeof unit === "string" ? unit.replace(/s$/, "") : "day";
  const count = typeof amount === "number" ? amount : 1;
  return `${count} ${one}${count === 1 ? "" : "s"}`;
};

/** The item of a list that a field lies in, by its name. */
const itemOf = (field: FieldPath, configs: readonly JsonObject[]): string | null => {
  for (let end = 1; end < field.length; end += 1) {
    if (itemsOf(field.slice(0, end)) === undefined) continue;
    const id = field[end];
    for (const config of configs.toReversed()) {
      const found = listAt(config, field.slice(0, end)).find((each) => idOf(each) === id);
      if (found !== undefined) return itemName(found);
    }
  }
  return null;
};

const listAt = (config: JsonObject, field: FieldPath): readonly Json[] => {
  let value: Json | undefined = config;
  for (const name of field)
    value =
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? value[name]
        : undefined;
  return Array.isArray(value) ? value : [];
};

const idOf = (value: Json): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value["id"] : undefined;

/** What an item of a list is called: its name, its label, or its id. */
const itemName = (value: Json | undefined): string => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  return plainText(value["name"] ?? value["label"] ?? value["id"]);
};

/** A text in its first language. */
const plainText = (value: Json | undefined): string => {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value)
    .map((variant) => plainText(jsonSchema.parse(variant)))
    .filter((variant) => variant !== "")
    .join(" / ");
};
