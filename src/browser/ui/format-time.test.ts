import { describe, expect, test } from "vitest";
import { formatDay, formatRelative, isSameDay } from "./format-time.ts";

const now = new Date(2026, 10, 24, 12, 0, 0).getTime();
const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

describe("formatRelative", () => {
  test.each([
    [0, "short", "now"],
    [-30 * seconds, "long", "just now"],
    [10 * seconds, "long", "just now"],
    [30 * seconds, "long", "in a moment"],
    [-5 * minutes, "short", "5m"],
    [-1 * minutes, "long", "1 minute ago"],
    [-3 * hours, "long", "3 hours ago"],
    [2 * days, "short", "in 2d"],
    [2 * days, "long", "in 2 days"],
    [-6 * days, "short", "6d"],
  ] as const)("says %d ms in %s as %s", (gap, style, text) => {
    expect(formatRelative(now + gap, now, style)).toBe(text);
  });

  test("says a date after a week, with its year when it is another", () => {
    expect(formatRelative(now - 20 * days, now)).not.toMatch(/2026/);
    expect(formatRelative(now - 400 * days, now)).toMatch(/2025/);
  });
});

test("names today and yesterday by the calendar, not by 24 hours", () => {
  const lateYesterday = new Date(2026, 10, 23, 23, 59).getTime();
  expect(formatDay(now, now)).toBe("Today");
  expect(formatDay(lateYesterday, new Date(2026, 10, 24, 0, 1).getTime())).toBe("Yesterday");
  expect(isSameDay(lateYesterday, now)).toBe(false);
});
