import { type Condition, type Json, type Operator, operators } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "./compare.ts";
import { evaluateConditions } from "./evaluate-conditions.ts";

const holds = (
  actual: Json | undefined,
  operator: Operator,
  value: Json = null,
  match_case = false,
) => {
  const comparison = compare(
    { field: "x", operator, value, match_case },
    actual,
    value,
    "Europe/Berlin",
  );
  return typeof comparison === "boolean" ? comparison : "incomparable";
};

describe("a comparison", () => {
  it.each<[Json | undefined, Operator, Json, boolean | "incomparable"]>([
    ["Berlin ", "equals", "berlin", true],
    ["Straße", "equals", "STRASSE", false],
    ["7.0", "equals", 7, true],
    ["1,200", "equals", "1200", true],
    [7, "equals", "seven", false],
    [true, "equals", "true", true],
    ["2026-03-02", "equals", "2026-03-02T00:00:00+01:00", true],
    [["a", "b"], "equals", ["B", "A"], true],
    [["a", "b"], "equals", ["a"], false],
    [{ a: 1 }, "equals", "a", "incomparable"],
    ["a", "not_equals", "b", true],
    ["a", "not_equals", "A", false],
    [{ a: 1 }, "not_equals", "a", "incomparable"],
    ["", "exists", null, false],
    [0, "exists", null, true],
    [false, "exists", null, true],
    [[], "not_exists", null, true],
    ["the tent leaks", "contains", "TENT", true],
    [["vip", "b2b"], "contains", "VIP", true],
    [["vipx"], "contains", "vip", false],
    ["the tent leaks", "not_contains", "stove", true],
    [["vip"], "has_any_of", ["x", "Vip"], true],
    ["vip", "has_any_of", ["x", "vip"], true],
    [["vip"], "has_all_of", ["vip", "b2b"], false],
    [["vip", "b2b"], "has_all_of", ["b2b", "vip"], true],
    ["Order 12", "starts_with", "order", true],
    ["Order 12", "ends_with", "12", true],
    ["10", "greater_than", 9, true],
    ["10", "greater_than", "9", true],
    ["ten", "greater_than", 9, "incomparable"],
    ["2026-03-02", "greater_than", "2026-03-01", true],
    [9, "less_than", 10, true],
    [5, "between", [5, 10], true],
    [11, "between", [5, 10], false],
    ["2026-03-02", "between", ["2026-03-01", "2026-03-03"], true],
    [5, "between", [5], "incomparable"],
    ["2026-03-02T00:30:00+01:00", "before", "2026-03-02", false],
    ["2026-03-01T23:30:00Z", "after", "2026-03-02", true],
    [5, "before", "2026-03-02", "incomparable"],
    ["RO-10482", "matches_pattern", "^ro-\\d+$", true],
    ["RO-10482", "matches_pattern", "^\\d+$", false],
    [["RO-1"], "matches_pattern", "RO", true],
    [{}, "matches_pattern", "RO", "incomparable"],
  ])("%j %s %j: %s", (actual, operator, value, expected) => {
    expect(holds(actual, operator, value)).toBe(expected);
  });

  it("minds the case when it is told to", () => {
    expect(holds("Berlin", "equals", "berlin", true)).toBe(false);
    expect(holds("RO", "matches_pattern", "^ro$", true)).toBe(false);
  });

  it.each(operators)("with a missing field, %s passes only when it says not", (operator) => {
    for (const missing of [undefined, null, "", "  ", []])
      expect(holds(missing, operator, ["x", "y"])).toBe(operator.startsWith("not_"));
  });

  it("takes linear time for a pattern made to be slow", () => {
    expect(holds(`${"a".repeat(5_000)}!`, "matches_pattern", "^(a+)+$")).toBe(false);
  });

  it("never throws and always answers, whatever is compared", () => {
    const value = fc.jsonValue().map((json): Json => JSON.parse(JSON.stringify(json)));
    fc.assert(
      fc.property(
        fc.option(value, { nil: undefined }),
        fc.constantFrom(...operators),
        value,
        (actual, operator, expected) => holds(actual, operator, expected) !== null,
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("a group of conditions", () => {
  const condition = (field: string): Condition => ({ field, operator: "equals", value: "yes" });
  const judge = (match: "all" | "any", ...fields: string[]) =>
    evaluateConditions(
      { match, conditions: fields.map(condition) },
      { lookUp: (path) => path, render: (template) => template, workspace: { timezone: "UTC" } },
    );

  it.each([
    ["all", ["yes", "yes"], true, 2],
    ["all", ["no", "yes"], false, 1],
    ["any", ["no", "yes", "no"], true, 2],
    ["any", ["no", "no"], false, 2],
    ["all", [], true, 0],
    ["any", [], true, 0],
  ] as const)("joined with %s over %j", (match, fields, passed, tried) => {
    const verdict = judge(match, ...fields);
    expect([verdict.passed, verdict.evidence.length]).toEqual([passed, tried]);
  });
});
