import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { seededIds } from "./seeded-ids.ts";

const at = Date.UTC(2026, 2, 2, 9);
const take = (seed: string, count: number) => {
  const ids = seededIds(seed, at);
  return Array.from({ length: count }, () => ids.next());
};

it("makes UUIDs of version 7 that grow", () => {
  const ids = take("seed", 50);
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(Number.parseInt((ids[0] ?? "").replaceAll("-", "").slice(0, 12), 16)).toBe(at);
});

it("gives the same ids for the same seed and others for another", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(take(one, 3)).toEqual(take(one, 3));
      if (one !== other) expect(new Set([...take(one, 20), ...take(other, 20)]).size).toBe(40);
    }),
  );
});

it("never repeats an id over many seeds of one millisecond", () => {
  const ids = Array.from({ length: 20_000 }, (_unused, index) => take(`event ${index}`, 2)).flat();
  expect(new Set(ids).size).toBe(ids.length);
});
