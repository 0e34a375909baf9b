import { z } from "zod";
import { limits } from "./limits.ts";
import { jsonSchema } from "./values.ts";

/** Operators of SPEC 3 "Branch". Those of `operatorsWithoutValue` take no value. */
export const operators = [
  "equals",
  "not_equals",
  "exists",
  "not_exists",
  "contains",
  "not_contains",
  "has_any_of",
  "has_all_of",
  "starts_with",
  "ends_with",
  "greater_than",
  "less_than",
  "between",
  "before",
  "after",
  "matches_pattern",
  /** Asks a model; only in a Branch, which can wait for the answer. */
  "is_about",
] as const;
export type Operator = (typeof operators)[number];
export const operatorsWithoutValue: readonly Operator[] = ["exists", "not_exists"];

/**
 * One comparison. `field` is a template path without braces: `contact.email`, `choice`, `session.page.url`.
 * `value` is a literal; text in it may hold `{{ }}`. `between` takes [low, high]; `has_any_of`/`has_all_of` take a list.
 */
export const conditionSchema = z.strictObject({
  field: z.string().trim().min(1, "choose what to compare").max(200),
  operator: z.enum(operators),
  value: jsonSchema.optional(),
  match_case: z.boolean().optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** Conditions joined with all (AND) or any (OR). An empty list is true. */
export const conditionGroupSchema = z.strictObject({
  match: z.enum(["all", "any"]),
  conditions: z.array(conditionSchema).max(limits.conditionsPerBranch),
});
export type ConditionGroup = z.infer<typeof conditionGroupSchema>;
