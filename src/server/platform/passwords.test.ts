import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords.ts";

test("accepts the right password and refuses another", async () => {
  const stored = await hashPassword("correct horse");
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(stored, "correct horse")).toBe(true);
  expect(await verifyPassword(stored, "wrong horse")).toBe(false);
});

test("refuses every password for a stored value that is no argon2id hash", async () => {
  expect(await verifyPassword("", "anything")).toBe(false);
  expect(await verifyPassword("plain", "plain")).toBe(false);
});
