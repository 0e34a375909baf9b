import { expect, it } from "vitest";
import { createReuser } from "./reuse-equal.ts";

it("hands back the same object for what did not change, and the new one for what did", () => {
  const reuse = createReuser<{ id: string; name: string }>();
  const [one, two] = reuse([
    { id: "1", name: "one" },
    { id: "2", name: "two" },
  ]);
  const [sameOne, newTwo] = reuse([
    { id: "1", name: "one" },
    { id: "2", name: "deux" },
  ]);
  expect(sameOne).toBe(one);
  expect(newTwo).not.toBe(two);
});
