import { expect, test } from "vitest";
import { createSealer } from "./seal.ts";

const sealer = createSealer("a key for tests");

test("opens what it sealed, and seals the same text differently each time", () => {
  const [one, two] = [sealer.seal("row 1", "geheim ✓"), sealer.seal("row 1", "geheim ✓")];
  expect([sealer.open("row 1", one), sealer.open("row 1", two)]).toEqual(["geheim ✓", "geheim ✓"]);
  expect(one.equals(two)).toBe(false);
  expect(one.includes("geheim")).toBe(false);
});

test("opens nothing that was sealed for another row, with another key, or was changed", () => {
  const sealed = sealer.seal("row 1", "secret");
  expect(sealer.open("row 2", sealed)).toBeUndefined();
  expect(createSealer("another key").open("row 1", sealed)).toBeUndefined();
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(sealer.open("row 1", changed)).toBeUndefined();
  }
  expect(sealer.open("row 1", sealed.subarray(0, 20))).toBeUndefined();
});
