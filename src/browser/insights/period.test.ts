import { expect, it } from "vitest";
import { daysOf, growth, lastDays, periodBefore } from "./period.ts";

const noon = Date.UTC(2026, 10, 24, 12);

it("ends today, and today counts", () => {
  expect(lastDays(7, noon)).toEqual({ from: "2026-11-18", to: "2026-11-24" });
  expect(lastDays(1, noon)).toEqual({ from: "2026-11-24", to: "2026-11-24" });
  expect(lastDays(7, Date.UTC(2026, 10, 24))).toEqual(lastDays(7, noon));
});

it("compares with as many days right before, over the end of a month", () => {
  expect(periodBefore({ from: "2026-03-01", to: "2026-03-07" })).toEqual({
    from: "2026-02-22",
    to: "2026-02-28",
  });
  for (const count of [1, 7, 30, 90]) {
    const period = lastDays(count, noon);
    expect(daysOf(period)).toBe(count);
    expect(daysOf(periodBefore(period))).toBe(count);
  }
});

it("says how much more it is, and nothing where there was nothing", () => {
  expect(growth(15, 10)).toBe(0.5);
  expect(growth(5, 10)).toBe(-0.5);
  expect(growth(5, 0)).toBeNull();
});
