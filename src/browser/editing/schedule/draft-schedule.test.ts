import { scheduleSchema } from "#core/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { freshSpan, readSchedule } from "./draft-schedule.ts";

it("reads a saved schedule as it was saved", () => {
  const saved = scheduleSchema.parse({
    timezone: "Asia/Tokyo",
    days: { friday: { spans: [{ from: "22:00", to: "06:00" }] }, sunday: { is_open: false } },
    exceptions: [{ date: "2026-12-24", name: "Christmas Eve" }],
    holidays: [{ day: "12-25", spans: [{ from: "10:00", to: "12:00" }] }],
    closed_on: "2026-03-02",
  });
  expect(readSchedule(saved)).toEqual(saved);
});

it("reads nothing as the usual hours, which the schema takes", () => {
  expect(scheduleSchema.parse(readSchedule({}))).toEqual(scheduleSchema.parse({}));
});

it("reads anything without throwing", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(Object.keys(readSchedule(value).days)).toHaveLength(7);
    }),
  );
});

it.each([
  [[], { from: "09:00", to: "17:00" }],
  [[{ from: "09:00", to: "12:00" }], { from: "13:00", to: "17:00" }],
  [[{ from: "09:00", to: "21:00" }], { from: "22:00", to: "24:00" }],
  [[{ from: "00:00", to: "24:00" }], { from: "09:00", to: "17:00" }],
  [[{ from: "", to: "" }], { from: "09:00", to: "17:00" }],
])("adds after %j the span %j", (spans, expected) => {
  expect(freshSpan(spans)).toEqual(expected);
});
