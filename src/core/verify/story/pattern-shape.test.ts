import { RE2JS } from "re2js";
import { expect, it } from "vitest";
import { examplesOf, toPatternShape } from "./pattern-shape.ts";

it.each([
  ["^[A-Z]{2}-\\d{6}$", 9, 9],
  ["(a+)+", 1, Infinity],
  ["AB|C?", 0, 2],
  ["(?i)yes|no", 2, 3],
  ["(?P<year>\\d{4})[^0-9](?:\\d\\d){1,3}?", 7, 11],
  ["\\Qa+b\\E\\x41\\x{1F600}\\.", 6, 6],
  ["[]a-]\\p{Lu}\\Bx{2,}", 4, Infinity],
  ["é日", 2, 2],
  ["(|){3}", 0, 0],
  ["a{2", 3, 3],
])("reads %s", (pattern, min, max) => {
  expect(toPatternShape(pattern, 0)).toMatchObject({ min, max });
  const examples = examplesOf(pattern);
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(RE2JS.compile(pattern).matches(example)).toBe(true);
});

it("makes no text without measure", () => {
  expect(toPatternShape("((a{1000}){1000}){1000}", 0)).toMatchObject({ min: 1e9, max: 1e9 });
  for (const example of examplesOf("((a*b*){9}c*){99}"))
    expect(example.length).toBeLessThan(100_000);
});

it.each([
  ["an open group", "("],
  ["an open class", "["],
  ["a look-ahead", "(?=a)"],
  ["a back-reference", "(a)\\1"],
  ["ten thousand groups", "(".repeat(10_000)],
])("gives up on %s without harm", (_name, pattern) => {
  expect(toPatternShape(pattern, 1)).toBeNull();
  expect(examplesOf(pattern)).toEqual([]);
});
