import { expect, it } from "vitest";
import { findUnknown } from "./match-references.ts";

const team = (id: string, name: string) => ({ id, kind: "team", name });
const member = (id: string, name: string) => ({ id, kind: "member", name });

it("offers what is of the same kind, and takes the only one of the same name", () => {
  const known = [team("1", "Sales"), team("2", "Twice"), team("3", "Twice"), member("4", "Ann")];
  const found = findUnknown(
    [team("1", "Sales"), team("a", "Sales"), team("b", "Twice"), member("c", "Sales")],
    known,
  );
  expect(found.map(({ id, sameName, candidates }) => [id, sameName, candidates.length])).toEqual([
    ["a", "1", 3],
    ["b", null, 3],
    ["c", null, 1],
  ]);
});
