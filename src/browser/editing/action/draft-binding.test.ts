import { expect, it } from "vitest";
import { toKind, toLiteral } from "./draft-binding.ts";

it.each([
  ["number", "12", 12],
  ["number", "12.", "12."],
  ["number", "12.50", "12.50"],
  ["number", "", ""],
  ["boolean", "true", true],
  ["boolean", "false", false],
  ["string", "12", "12"],
  ["list", '["a"]', ["a"]],
  ["list", '["a"', '["a"'],
  ["object", '{"a":1}', { a: 1 }],
] as const)("takes a %s typed as %j for %j", (type, typed, value) => {
  expect(toLiteral(type, typed)).toEqual(value);
});

it.each([
  [undefined, "string", null, "template"],
  [undefined, "string", ["a"], "literal"],
  [undefined, "number", null, "literal"],
  [{ literal: "" }, "string", null, "literal"],
  [{ variable: "" }, "string", null, "variable"],
  [{ template: "" }, "number", null, "template"],
] as const)("shows %j of a %s as the right kind", (binding, type, values, kind) => {
  expect(toKind(binding, { type, values: values === null ? null : [...values] })).toBe(kind);
});
