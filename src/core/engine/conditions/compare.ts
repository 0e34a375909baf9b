import type { Condition, Json } from "#core/domain";
import { toText } from "../templates/to-text.ts";
import { findsPattern } from "./pattern.ts";
import { toDate } from "./to-date.ts";
import { toNumber } from "./to-number.ts";

/** Whether a comparison holds, or why it cannot be made. */
export type Comparison = boolean | { readonly incomparable: string };

/** Compares an actual value by an operator. A missing value passes only the "not …" operators. Total. */
export const compare = (
  condition: Condition,
  actual: Json | undefined,
  expected: Json,
  timezone: string,
): Comparison => {
  const { operator } = condition;
  if (operator === "exists") return !isMissing(actual);
  if (operator === "not_exists") return isMissing(actual);
  if (operator === "not_equals") {
    return isMissing(actual) || negate(equals(condition, actual, expected, timezone));
  }
  if (operator === "not_contains") {
    return isMissing(actual) || negate(contains(condition, actual, expected, timezone));
  }
  if (isMissing(actual)) return false;
  switch (operator) {
    case "equals":
      return equals(condition, actual, expected, timezone);
    case "contains":
      return contains(condition, actual, expected, timezone);
    case "has_any_of":
      return toList(expected).some((wanted) => hasElement(condition, actual, wanted, timezone));
    case "has_all_of":
      return toList(expected).every((wanted) => hasElement(condition, actual, wanted, timezone));
    case "starts_with":
      return compareTexts(condition, actual, expected, (text, wanted) => text.startsWith(wanted));
    case "ends_with":
      return compareTexts(condition, actual, expected, (text, wanted) => text.endsWith(wanted));
    case "greater_than":
      return compareOrder(actual, expected, timezone, (order) => order > 0);
    case "less_than":
      return compareOrder(actual, expected, timezone, (order) => order < 0);
    case "between":
      return isBetween(actual, expected, timezone);
    case "before":
      return compareDates(actual, expected, timezone, (order) => order < 0);
    case "after":
      return compareDates(actual, expected, timezone, (order) => order > 0);
    case "is_about":
      return { incomparable: "only a Branch can ask a model" };
    case "matches_pattern": {
      if (typeof expected !== "string" || isRecord(actual)) return incomparable(actual, expected);
      return (
        findsPattern(condition, expected, toText(actual)) ?? {
          incomparable: "the pattern cannot be used",
        }
      );
    }
  }
};

const negate = (comparison: Comparison): Comparison =>
  typeof comparison === "boolean" ? !comparison : comparison;

/** Tells whether a value counts as not there: nothing, an empty text or an empty list. */
const isMissing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

const isRecord = (value: Json | undefined): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const kindOf = (value: Json | undefined): string =>
  value === null || value === undefined
    ? "nothing"
    : Array.isArray(value)
      ? "a list"
      : isRecord(value)
        ? "a record"
        : `a ${typeof value}`;

const incomparable = (actual: Json | undefined, expected: Json): Comparison => ({
  incomparable: `${kindOf(actual)} cannot be compared with ${kindOf(expected)} like this`,
});

const toList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const fold = (condition: Condition, text: string): string => {
  const normal = text.trim().normalize("NFC");
  return condition.match_case === true ? normal : normal.toLowerCase();
};

const equals = (
  condition: Condition,
  actual: Json | undefined,
  expected: Json,
  timezone: string,
): Comparison => {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return (
      actual.length === expected.length &&
      expected.every((wanted) => hasElement(condition, actual, wanted, timezone))
    );
  }
  if (typeof actual === "object" || typeof expected === "object")
    return expected === null ? false : incomparable(actual, expected);
  return equalScalars(condition, actual, expected, timezone);
};

const equalScalars = (
  condition: Condition,
  actual: Json | undefined,
  expected: Json,
  timezone: string,
): boolean => {
  if (actual === expected) return true;
  const [left, right] = [toNumber(actual), toNumber(expected)];
  if (left !== null && right !== null) return left === right;
  const [earlier, later] = [toDate(actual, timezone), toDate(expected, timezone)];
  if (earlier !== null && later !== null) return earlier === later;
  return fold(condition, toText(actual)) === fold(condition, toText(expected));
};

const hasElement = (
  condition: Condition,
  actual: Json | undefined,
  wanted: Json,
  timezone: string,
): boolean =>
  toList(actual).some((element) => equals(condition, element, wanted, timezone) === true);

const contains = (
  condition: Condition,
  actual: Json | undefined,
  expected: Json,
  timezone: string,
): Comparison => {
  if (Array.isArray(actual)) return hasElement(condition, actual, expected, timezone);
  return compareTexts(condition, actual, expected, (text, wanted) => text.includes(wanted));
};

const compareTexts = (
  condition: Condition,
  actual: Json | undefined,
  expected: Json,
  holds: (text: string, wanted: string) => boolean,
): Comparison => {
  if (typeof actual === "object" || typeof expected === "object")
    return incomparable(actual, expected);
  return holds(fold(condition, toText(actual)), fold(condition, toText(expected)));
};

/** Numbers first, then dates: a year such as "2024" is a number. */
const orderOf = (actual: Json | undefined, expected: Json, timezone: string): number | null => {
  const [left, right] = [toNumber(actual), toNumber(expected)];
  if (left !== null && right !== null) return left - right;
  const [earlier, later] = [toDate(actual, timezone), toDate(expected, timezone)];
  return earlier !== null && later !== null ? earlier - later : null;
};

const compareOrder = (
  actual: Json | undefined,
  expected: Json,
  timezone: string,
  holds: (order: number) => boolean,
): Comparison => {
  const order = orderOf(actual, expected, timezone);
  return order === null ? incomparable(actual, expected) : holds(order);
};

const compareDates = (
  actual: Json | undefined,
  expected: Json,
  timezone: string,
  holds: (order: number) => boolean,
): Comparison => {
  const [left, right] = [toDate(actual, timezone), toDate(expected, timezone)];
  return left === null || right === null
    ? { incomparable: "one of the two is not a date" }
    : holds(left - right);
};

const isBetween = (actual: Json | undefined, expected: Json, timezone: string): Comparison => {
  const [low, high] = toList(expected);
  if (low === undefined || high === undefined)
    return { incomparable: "between needs a lowest and a highest value" };
  const [fromLow, toHigh] = [orderOf(actual, low, timezone), orderOf(actual, high, timezone)];
  return fromLow === null || toHigh === null
    ? incomparable(actual, expected)
    : fromLow >= 0 && toHigh <= 0;
};
