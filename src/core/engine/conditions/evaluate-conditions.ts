import type { Condition, ConditionGroup, Json, JsonObject } from "#core/domain";
import { compare } from "./compare.ts";

/** What conditions may look at. */
export interface ConditionFacts {
  readonly lookUp: (path: string) => Json | undefined;
  /** Fills in `{{ }}` in a condition's value. */
  readonly render: (template: string, target: "plain") => string;
  readonly workspace: { readonly timezone: string };
}

export interface Verdict {
  readonly passed: boolean;
  /** One entry per condition tried: the field, the value found and how it was compared. */
  readonly evidence: readonly JsonObject[];
}

/** Judges a group from top to bottom until its result is certain; an empty group passes. Total. */
export const evaluateConditions = (group: ConditionGroup, facts: ConditionFacts): Verdict => {
  const evidence: JsonObject[] = [];
  const decisive = group.match === "any";
  for (const condition of group.conditions) {
    const passed = judge(condition, facts, evidence);
    if (passed === decisive) return { passed, evidence };
  }
  return { passed: group.conditions.length === 0 || !decisive, evidence };
};

const judge = (condition: Condition, facts: ConditionFacts, evidence: JsonObject[]): boolean => {
  const actual = facts.lookUp(condition.field);
  const expected = fillIn(condition, facts);
  const comparison = compare(condition, actual, expected, facts.workspace.timezone);
  const passed = comparison === true;
  const entry: JsonObject = {
    field: condition.field,
    operator: condition.operator,
    actual: shorten(actual ?? null),
    passed,
  };
  if (condition.value !== undefined) entry["expected"] = expected;
  if (typeof comparison === "object") entry["note"] = comparison.incomparable;
  evidence.push(entry);
  return passed;
};

const fillIn = (condition: Condition, facts: ConditionFacts): Json => {
  const value = condition.value ?? null;
  if (condition.operator === "matches_pattern") return value;
  if (typeof value === "string") return value.includes("{{") ? facts.render(value, "plain") : value;
  return Array.isArray(value)
    ? value.map((part) =>
        typeof part === "string" && part.includes("{{") ? facts.render(part, "plain") : part,
      )
    : value;
};

/** Evidence is for reading: a long text or record is kept as its beginning. */
const shorten = (value: Json): Json => {
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (typeof value !== "object" || value === null) return value;
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : value;
};
