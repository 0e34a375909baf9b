import { describe, expect, it } from "vitest";
import { isTimezone, scheduleSchema } from "./schedule.ts";

const problemsOf = (schedule: unknown): readonly string[] => {
  const parsed = scheduleSchema.safeParse(schedule);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
const monday = (...spans: readonly (readonly [string, string])[]) => ({
  days: { monday: { spans: spans.map(([from, to]) => ({ from, to })) } },
});

it("is every day from nine to five unless told otherwise", () => {
  const { days, ...others } = scheduleSchema.parse({});
  expect(Object.values(days)).toEqual(
    Array.from({ length: 7 }, () => ({ is_open: true, spans: [{ from: "09:00", to: "17:00" }] })),
  );
  expect(others).toEqual({ timezone: null, exceptions: [], holidays: [], closed_on: null });
});

it("keeps the hours of a day that is switched off", () => {
  const spans = [{ from: "10:00", to: "14:00" }];
  expect(
    scheduleSchema.parse({ days: { saturday: { is_open: false, spans } } }).days.saturday,
  ).toEqual({ is_open: false, spans });
});

describe("the spans of a day", () => {
  it.each([
    ["touch", [["09:00", "12:00"] as const, ["12:00", "17:00"] as const]],
    ["come in any order", [["13:00", "17:00"] as const, ["09:00", "12:00"] as const]],
    ["go over midnight", [["09:00", "12:00"] as const, ["22:00", "06:00"] as const]],
    ["end with the day", [["00:00", "24:00"] as const]],
    ["end at midnight", [["18:00", "00:00"] as const]],
  ])("may %s", (_name, spans) => {
    expect(problemsOf(monday(...spans))).toEqual([]);
  });

  it.each([
    [
      "overlap",
      monday(["09:00", "12:00"], ["11:30", "17:00"]),
      "days.monday.spans.1.from: overlaps 09:00 to 12:00; join the two or move one",
    ],
    [
      "overlap over midnight",
      monday(["23:00", "23:30"], ["22:00", "06:00"]),
      "days.monday.spans.0.from: overlaps 22:00 to 06:00; join the two or move one",
    ],
    [
      "have no length",
      monday(["09:00", "09:00"]),
      "days.monday.spans.0.to: end at another time than the start; the whole day is 00:00 to 24:00",
    ],
    [
      "name no time to start",
      monday(["24:00", "25:00"]),
      "days.monday.spans.0.from: write a time such as 09:00",
    ],
    ["lack", monday(), "days.monday.spans: add hours, or switch the day off"],
  ])("may not %s", (_name, schedule, problem) => {
    expect(problemsOf(schedule)).toContain(problem);
  });
});

it.each([
  [
    "a date twice",
    {
      exceptions: [
        { date: "2026-12-23", until: "2026-12-26" },
        { date: "2026-12-24", spans: [{ from: "09:00", to: "12:00" }] },
      ],
    },
    "exceptions.1.date: 2026-12-24 has hours of its own already",
  ],
  [
    "an end before the start",
    { exceptions: [{ date: "2026-12-24", until: "2026-12-23" }] },
    "exceptions.0.until: the last date comes after the first",
  ],
  [
    "a date that is none",
    { exceptions: [{ date: "2026-02-30" }] },
    "exceptions.0.date: choose a date",
  ],
  [
    "a holiday twice",
    { holidays: [{ day: "12-25" }, { day: "12-25" }] },
    "holidays.1.day: this day is there twice",
  ],
  ["a day no year has", { holidays: [{ day: "02-30" }] }, "holidays.0.day: there is no such day"],
  [
    "a zone that is none",
    { timezone: "Europe/Bonn" },
    "timezone: choose a timezone such as Europe/Berlin",
  ],
])("refuses %s", (_name, schedule, problem) => {
  expect(problemsOf(schedule)).toEqual([problem]);
});

it("takes a holiday of leap years", () => {
  expect(problemsOf({ holidays: [{ day: "02-29" }] })).toEqual([]);
});

it("knows every zone of the IANA data and nothing else", () => {
  expect(Intl.supportedValuesOf("timeZone").filter((name) => !isTimezone(name))).toEqual([]);
  expect(["UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires"].filter(isTimezone)).toHaveLength(3);
  expect(["", "+02:00", "Mars/Base", "local", "__proto__"].filter(isTimezone)).toEqual([]);
});
