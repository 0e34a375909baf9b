import { expect, test } from "vitest";
import { hashToken, newToken, newUuid } from "./ids.ts";

test("makes UUIDs of version 7 that sort by creation, even many in one millisecond", () => {
  const ids = Array.from({ length: 20_000 }, newUuid);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("makes tokens of 256 bits that are safe in a URL", () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});

test("hashes a token always to the same 32 bytes", () => {
  expect(hashToken("abc").toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
