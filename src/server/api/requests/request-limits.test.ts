import { expect, test } from "vitest";
import { createRequestLimits } from "./request-limits.ts";

function atATime() {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const limits = createRequestLimits({ now: () => new Date(now) });
  return { limits, pass: (seconds: number) => (now += seconds * 1_000) };
}
const takeMany = (limits: ReturnType<typeof createRequestLimits>, count: number, key: string) => {
  for (let taken = 0; taken < count; taken += 1) limits.take("loginPerEmail", key);
};

test("gives a burst, then as much as time brings", () => {
  const { limits, pass } = atATime();
  takeMany(limits, 8, "ada@example.com");
  expect(() => limits.take("loginPerEmail", "ada@example.com")).toThrow("Try again in 30 s.");
  pass(30);
  takeMany(limits, 1, "ada@example.com");
  expect(() => limits.take("loginPerEmail", "ada@example.com")).toThrow("Try again in 30 s.");
});

test("counts each key for itself", () => {
  const { limits } = atATime();
  takeMany(limits, 8, "ada@example.com");
  expect(() => takeMany(limits, 8, "eve@example.com")).not.toThrow();
});

test("never saves up more than a burst", () => {
  const { limits, pass } = atATime();
  takeMany(limits, 1, "ada@example.com");
  pass(86_400);
  takeMany(limits, 8, "ada@example.com");
  expect(() => limits.take("loginPerEmail", "ada@example.com")).toThrow("Try again in 30 s.");
});

test("does not count this machine's own address", () => {
  const { limits } = atATime();
  for (let taken = 0; taken < 1_000; taken += 1) limits.take("visitPerAddress", "127.0.0.1");
  for (let taken = 0; taken < 60; taken += 1) limits.take("visitPerAddress", "192.0.2.1");
  expect(() => limits.take("visitPerAddress", "192.0.2.1")).toThrow("Try again in 1 s.");
});
