import type { Operator } from "#core/domain";
import { operators } from "#core/domain";
import type { ValueKind } from "../variables/variable-option.ts";

/** Operators as people say them, in the order they are offered. */
export const operatorWords: Readonly<Record<Operator, string>> = {
  equals: "is",
  not_equals: "is not",
  exists: "has a value",
  not_exists: "has no value",
  contains: "contains",
  not_contains: "does not contain",
  has_any_of: "has any of",
  has_all_of: "has all of",
  starts_with: "starts with",
  ends_with: "ends with",
  greater_than: "is more than",
  less_than: "is less than",
  between: "is between",
  before: "is before",
  after: "is after",
  matches_pattern: "matches pattern",
  is_about: "is about",
};

const dateWords: Readonly<Record<Operator, string>> = {
  ...operatorWords,
  equals: "is on",
  not_equals: "is not on",
};
const textWords: Readonly<Record<Operator, string>> = { ...operatorWords, has_any_of: "is one of" };

/** Operators as they are said of one kind of value. */
export const operatorWordsFor = (kind: ValueKind): Readonly<Record<Operator, string>> =>
  kind === "date" ? dateWords : kind === "text" || kind === "number" ? textWords : operatorWords;

const presence = ["exists", "not_exists"] as const;
const byKind: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: [
    "equals",
    "not_equals",
    "has_any_of",
    "contains",
    "not_contains",
    "starts_with",
    "ends_with",
    ...presence,
    "matches_pattern",
    "is_about",
  ],
  number: [
    "equals",
    "not_equals",
    "greater_than",
    "less_than",
    "between",
    "has_any_of",
    ...presence,
  ],
  boolean: ["equals", "not_equals", ...presence],
  date: ["before", "after", "between", "equals", "not_equals", ...presence],
  list: ["contains", "not_contains", "has_any_of", "has_all_of", ...presence],
  record: presence,
  any: operators,
};

/** The operators that mean something for a kind of value; of few values, those that choose among them. */
export const operatorsFor = (kind: ValueKind, hasChoices: boolean): readonly Operator[] =>
  hasChoices && kind === "text"
    ? ["equals", "not_equals", "has_any_of", ...presence]
    : byKind[kind];
