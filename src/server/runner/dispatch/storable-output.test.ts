import type { Json } from "#core/domain";
import { expect, test } from "vitest";
import { toStorableOutput } from "./storable-output.ts";

const nested = (levels: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

test.each<[string, Json, Json | undefined]>([
  ["nothing", null, null],
  ["an object", { a: [1, "b", true] }, { a: [1, "b", true] }],
  ["NUL", "a\u0000b", "a\ufffdb"],
  ["half a surrogate pair", { "\ud800": "\udc00" }, { "\ufffd": "\ufffd" }],
  ["a whole pair", "😀", "😀"],
  ["text that spells an escape", String.raw`\u0000`, String.raw`\u0000`],
  ["a backslash before NUL", "\\\u0000", "\\\ufffd"],
  ["60 levels", nested(60), nested(60)],
  ["100,000 levels", nested(100_000), undefined],
  ["65 kB", "x".repeat(65 * 1024), undefined],
])("%s", (_name, output, expected) => {
  const storable = toStorableOutput(output);
  expect(storable === undefined ? undefined : storable.output).toEqual(expected);
});

test("a field named __proto__ stays data", () => {
  const output: Json = JSON.parse('{"__proto__": {"polluted": true}}');
  const kept = JSON.stringify(toStorableOutput(output)?.output);
  expect(kept).toBe('{"__proto__":{"polluted":true}}');
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
