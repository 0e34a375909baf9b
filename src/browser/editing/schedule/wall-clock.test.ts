import { expect, it } from "vitest";
import { toMoment, toWallClock } from "./wall-clock.ts";

it.each([
  ["2026-01-15T09:00", "Europe/Berlin", "2026-01-15T08:00:00Z"],
  ["2026-07-15T09:00", "Europe/Berlin", "2026-07-15T07:00:00Z"],
  ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
  ["2026-03-29T01:30", "Europe/Berlin", "2026-03-29T00:30:00Z"],
  ["2026-07-15T09:00", "Asia/Kathmandu", "2026-07-15T03:15:00Z"],
  ["2026-07-15T23:30", "Pacific/Auckland", "2026-07-15T11:30:00Z"],
  ["2026-07-15T09:00", "UTC", "2026-07-15T09:00:00Z"],
])("reads %s by the clocks of %s", (wallClock, timezone, moment) => {
  expect(toMoment(wallClock, timezone)).toBe(Date.parse(moment));
  expect(toWallClock(Date.parse(moment), timezone)).toBe(wallClock);
});

it("reads nothing out of what is no date", () => {
  expect(toMoment("", "UTC")).toBeNull();
});
