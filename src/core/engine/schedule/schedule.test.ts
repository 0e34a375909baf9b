import { day, hour, minute, type Schedule, scheduleSchema } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSchedule } from "#testing/builders";
import { inTimezone } from "./in-timezone.ts";
import { isOpen } from "./is-open.ts";
import { nextClose, nextOpen } from "./next-change.ts";
import { addOpenTime, openMinutesBetween } from "./open-time.ts";

const make = (saved: object): Schedule => inTimezone(scheduleSchema.parse(saved), "Europe/Berlin");
const all = <Hours>(hours: Hours) => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});
const spans = (...pairs: readonly (readonly [string, string])[]) => ({
  spans: pairs.map(([from, to]) => ({ from, to })),
});
const never = make({ days: all({ is_open: false }) });
const always = make({ days: all(spans(["00:00", "24:00"])) });
const workdays = make({ days: { saturday: { is_open: false }, sunday: { is_open: false } } });
const nights = make({ days: all(spans(["22:00", "06:00"])) });
const at = Date.parse;
const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

describe("is it open", () => {
  it.each([
    ["a start is inside", aSchedule(), "2026-03-02T08:00:00Z", true],
    ["just before the start", aSchedule(), "2026-03-02T07:59:59.999Z", false],
    ["just before the end", aSchedule(), "2026-03-02T15:59:59.999Z", true],
    ["an end is outside", aSchedule(), "2026-03-02T16:00:00Z", false],
    ["a weekend", workdays, "2026-03-07T10:00:00Z", false],
    ["a night, before midnight", nights, "2026-03-02T21:00:00Z", true],
    ["a night, after midnight", nights, "2026-03-03T04:59:00Z", true],
    ["a night's end", nights, "2026-03-03T05:00:00Z", false],
    [
      "between two spans",
      make({ days: all(spans(["09:00", "12:00"], ["13:00", "17:00"])) }),
      "2026-03-02T11:30:00Z",
      false,
    ],
    ["at the end of an open day", always, "2026-03-02T22:59:59.999Z", true],
    ["at midnight of an open day", always, "2026-03-02T23:00:00Z", true],
  ])("%s", (_name, schedule, moment, expected) => {
    expect(isOpen(schedule, at(moment))).toBe(expected);
  });

  it("lets a span over midnight belong to the day it starts on", () => {
    const fridayNight = make({
      days: { ...all({ is_open: false }), friday: spans(["22:00", "06:00"]) },
      exceptions: [{ date: "2026-03-13" }, { date: "2026-03-07" }],
    });
    // Friday the 6th into Saturday the 7th, which is closed itself and ends nothing that began before it.
    expect(isOpen(fridayNight, at("2026-03-07T03:00:00Z"))).toBe(true);
    // Friday the 13th is closed, and its night with it.
    expect(isOpen(fridayNight, at("2026-03-13T22:00:00Z"))).toBe(false);
    expect(isOpen(fridayNight, at("2026-03-14T03:00:00Z"))).toBe(false);
    expect(isOpen(fridayNight, at("2026-03-20T22:00:00Z"))).toBe(true);
  });

  it("asks closed today first, then the date, then the holiday, then the weekday", () => {
    const days = {
      exceptions: [
        { date: "2026-12-24", spans: [{ from: "09:00", to: "12:00" }] },
        { date: "2026-12-28", until: "2026-12-30" },
        { date: "2027-12-25", spans: [{ from: "10:00", to: "11:00" }] },
      ],
      holidays: [{ day: "12-25" }, { day: "12-24" }],
    };
    const isOpenAt = (moment: string, closed_on: string | null = null) =>
      isOpen(make({ ...days, closed_on }), at(moment));
    expect(isOpenAt("2026-12-24T10:00:00Z")).toBe(true);
    expect(isOpenAt("2026-12-24T12:00:00Z")).toBe(false);
    expect(isOpenAt("2026-12-24T10:00:00Z", "2026-12-24")).toBe(false);
    expect(isOpenAt("2026-12-24T10:00:00Z", "2026-12-23")).toBe(true);
    expect(isOpenAt("2026-12-25T10:00:00Z")).toBe(false);
    expect(isOpenAt("2027-12-25T09:30:00Z")).toBe(true);
    expect(isOpenAt("2026-12-27T10:00:00Z")).toBe(true);
    for (const date of ["28", "29", "30"])
      expect(isOpenAt(`2026-12-${date}T10:00:00Z`)).toBe(false);
    expect(isOpenAt("2026-12-31T10:00:00Z")).toBe(true);
    expect(isOpenAt("2028-12-24T10:00:00Z")).toBe(false);
  });

  it("is closed at once by closed today, what began the night before included", () => {
    const closed = { ...nights, closed_on: "2026-03-03" };
    expect(isOpen(closed, at("2026-03-02T22:00:00Z"))).toBe(true);
    expect(isOpen(closed, at("2026-03-03T02:00:00Z"))).toBe(false);
    expect(isOpen(closed, at("2026-03-03T22:00:00Z"))).toBe(false);
    expect(isOpen(closed, at("2026-03-04T02:00:00Z"))).toBe(false);
    expect(isOpen(closed, at("2026-03-04T22:00:00Z"))).toBe(true);
  });
});

describe("a clock change", () => {
  const small = make({ days: all(spans(["02:00", "03:00"])) });
  it("skips hours that do not come", () => {
    expect(openMinutesBetween(small, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"))).toBe(
      0,
    );
    expect(iso(nextOpen(small, at("2026-03-28T02:00:00Z")))).toBe("2026-03-30T00:00:00.000Z");
  });

  it("counts hours twice that come twice", () => {
    expect(openMinutesBetween(small, at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"))).toBe(
      120,
    );
    expect(iso(nextOpen(small, at("2026-10-24T12:00:00Z")))).toBe("2026-10-25T00:00:00.000Z");
    expect(iso(nextClose(small, at("2026-10-25T00:10:00Z")))).toBe("2026-10-25T02:00:00.000Z");
  });

  it("opens a span that begins in a skipped hour when the clock is past it", () => {
    const half = make({ days: all(spans(["02:30", "10:00"])) });
    expect(iso(nextOpen(half, at("2026-03-28T12:00:00Z")))).toBe("2026-03-29T01:00:00.000Z");
  });
});

describe("the next opening and closing", () => {
  it.each([
    [
      "in the morning",
      aSchedule(),
      "2026-03-02T03:00:00Z",
      "2026-03-02T08:00:00.000Z",
      "2026-03-02T16:00:00.000Z",
    ],
    [
      "while open",
      aSchedule(),
      "2026-03-02T10:00:00Z",
      "2026-03-03T08:00:00.000Z",
      "2026-03-02T16:00:00.000Z",
    ],
    [
      "at the very start",
      aSchedule(),
      "2026-03-02T08:00:00Z",
      "2026-03-03T08:00:00.000Z",
      "2026-03-02T16:00:00.000Z",
    ],
    [
      "at the very end",
      aSchedule(),
      "2026-03-02T16:00:00Z",
      "2026-03-03T08:00:00.000Z",
      "2026-03-03T16:00:00.000Z",
    ],
    [
      "over a weekend",
      workdays,
      "2026-03-06T16:00:00Z",
      "2026-03-09T08:00:00.000Z",
      "2026-03-09T16:00:00.000Z",
    ],
    [
      "over midnight",
      nights,
      "2026-03-02T22:00:00Z",
      "2026-03-03T21:00:00.000Z",
      "2026-03-03T05:00:00.000Z",
    ],
    ["of what never opens", never, "2026-03-02T10:00:00Z", null, null],
    ["of what never closes", always, "2026-03-02T10:00:00Z", null, null],
    [
      "joins days that touch",
      make({
        days: all(spans(["00:00", "12:00"], ["12:00", "24:00"])),
        exceptions: [{ date: "2026-03-04" }],
      }),
      "2026-03-02T10:00:00Z",
      "2026-03-04T23:00:00.000Z",
      "2026-03-03T23:00:00.000Z",
    ],
    [
      "joins a night with the morning after",
      make({ days: all(spans(["22:00", "06:00"], ["05:00", "12:00"])) }),
      "2026-03-02T22:00:00Z",
      "2026-03-03T21:00:00.000Z",
      "2026-03-03T11:00:00.000Z",
    ],
    [
      "once a year",
      make({
        days: all({ is_open: false }),
        holidays: [{ day: "03-01", ...spans(["09:00", "10:00"]) }],
      }),
      "2026-03-02T10:00:00Z",
      "2027-03-01T08:00:00.000Z",
      "2027-03-01T09:00:00.000Z",
    ],
    [
      "not before the leap year",
      make({
        days: all({ is_open: false }),
        holidays: [{ day: "02-29", ...spans(["09:00", "10:00"]) }],
      }),
      "2026-03-02T10:00:00Z",
      null,
      null,
    ],
  ])("%s", (_name, schedule, moment, opens, closes) => {
    expect(iso(nextOpen(schedule, at(moment)))).toBe(opens);
    expect(iso(nextClose(schedule, at(moment)))).toBe(closes);
  });
});

describe("business time", () => {
  it("counts only open minutes", () => {
    const week = [at("2026-03-02T00:00:00Z"), at("2026-03-09T00:00:00Z")] as const;
    expect(openMinutesBetween(workdays, ...week)).toBe(5 * 8 * 60);
    expect(openMinutesBetween(nights, ...week)).toBe(7 * 8 * 60);
    expect(openMinutesBetween(never, ...week)).toBe(0);
    expect(openMinutesBetween(always, ...week)).toBe(7 * 24 * 60);
    expect(
      openMinutesBetween(aSchedule(), at("2026-03-02T15:59:30Z"), at("2026-03-02T20:00:00Z")),
    ).toBe(0.5);
    expect(openMinutesBetween(aSchedule(), week[1], week[0])).toBe(0);
  });

  it.each([
    ["within a day", workdays, "2026-03-02T09:00:00Z", 2 * hour, "2026-03-02T11:00:00.000Z"],
    [
      "to the very end of a day",
      workdays,
      "2026-03-02T08:00:00Z",
      8 * hour,
      "2026-03-02T16:00:00.000Z",
    ],
    ["into the next day", workdays, "2026-03-02T15:00:00Z", 2 * hour, "2026-03-03T09:00:00.000Z"],
    ["over a weekend", workdays, "2026-03-06T20:00:00Z", 30 * minute, "2026-03-09T08:30:00.000Z"],
    [
      "thirty days of it",
      workdays,
      "2026-03-02T08:00:00Z",
      30 * 8 * hour,
      "2026-04-10T15:00:00.000Z",
    ],
    ["nothing", never, "2026-03-02T08:00:00Z", 0, "2026-03-02T08:00:00.000Z"],
    ["that never comes", never, "2026-03-02T08:00:00Z", 1, null],
  ])("adds up %s", (_name, schedule, from, open, expected) => {
    expect(iso(addOpenTime(schedule, at(from), open))).toBe(expected);
  });

  it("adds what is then counted", () => {
    const seconds = fc.integer({ min: 0, max: 20 * 24 * 3_600 });
    fc.assert(
      fc.property(
        fc.integer({ min: at("2026-01-01"), max: at("2027-12-01") }),
        seconds,
        fc.constantFrom(workdays, nights, always, aSchedule({ timezone: "Australia/Lord_Howe" })),
        (from, wanted, schedule) => {
          const to = addOpenTime(schedule, from, wanted * 1_000);
          expect(to).not.toBeNull();
          expect(openMinutesBetween(schedule, from, to ?? 0)).toBeCloseTo(wanted / 60, 6);
        },
      ),
    );
  });
});

describe("for anything at all", () => {
  const times = fc
    .integer({ min: 0, max: 24 * 4 - 1 })
    .map((quarter) => new Date(quarter * 15 * minute).toISOString().slice(11, 16));
  const daySpans = fc
    .uniqueArray(times, { minLength: 2, maxLength: 2 })
    .map(([from = "", to = ""]) => ({ is_open: true, spans: [{ from, to }] }));
  const schedules = fc
    .record({
      days: fc.record(all(fc.oneof(daySpans, fc.constant({ is_open: false, spans: [] })))),
      timezone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
      closed_on: fc.constantFrom(null, "2026-03-29", "2026-10-25"),
    })
    .map(make);
  const moments = fc.integer({ min: at("2026-01-01"), max: at("2027-12-01") });

  it("an opening is where it turns open, a closing where it turns closed, and nothing turns before", () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, moment) => {
        const [opens, closes] = [nextOpen(schedule, moment), nextClose(schedule, moment)];
        if (opens !== null)
          expect([isOpen(schedule, opens - 1), isOpen(schedule, opens)]).toEqual([false, true]);
        if (closes !== null)
          expect([isOpen(schedule, closes - 1), isOpen(schedule, closes)]).toEqual([true, false]);
        const now = isOpen(schedule, moment);
        const turn = Math.min(opens ?? Infinity, closes ?? Infinity, moment + 3 * day);
        for (let each = moment; each < turn; each += 15 * minute)
          expect(isOpen(schedule, each)).toBe(now);
      }),
    );
  });

  it("never throws, whatever the moment", () => {
    fc.assert(
      fc.property(schedules, fc.double(), fc.double(), (schedule, moment, other) => {
        isOpen(schedule, moment);
        nextOpen(schedule, moment);
        nextClose(schedule, moment);
        openMinutesBetween(schedule, moment, other);
        addOpenTime(schedule, moment, other);
      }),
      { numRuns: 300 },
    );
    expect(isOpen({ ...always, timezone: "Nowhere/At_All" }, 0)).toBe(false);
    expect(nextOpen({ ...always, timezone: "Nowhere/At_All" }, 0)).toBe(null);
  });
});
