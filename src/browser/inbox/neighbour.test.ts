import { expect, test } from "vitest";
import { neighbourOf } from "./neighbour.ts";

test.each([
  ["goes down", ["a", "b", "c"], "b", 1, 1, "c"],
  ["goes up", ["a", "b", "c"], "b", 1, -1, "a"],
  ["stays at the end", ["a", "b"], "b", 1, 1, null],
  ["starts at the top", ["a", "b"], null, 0, 1, "a"],
  ["takes what moved into the place of a closed one", ["a", "c"], "b", 1, 1, "c"],
  ["goes up from the place of a closed one", ["a", "c"], "b", 1, -1, "a"],
  ["finds nothing in an empty list", [], null, 0, 1, null],
] as const)("%s", (_, ids, openId, lastIndex, direction, found) => {
  expect(neighbourOf(ids, openId, lastIndex, direction)).toBe(found);
});
