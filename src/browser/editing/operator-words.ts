import type { Operator } from "#core/domain";

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
