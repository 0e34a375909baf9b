import { DateTime, IANAZone } from "luxon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCron, parseCron } from "./cron.ts";

const cronOf = (text: string) => {
  const parsed = parseCron(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.cron;
};

/** The next firings after a moment, each with the offset that tells two equal times of day apart. */
const firings = (text: string, after: string, zone: string, count: number): readonly string[] => {
  const found: string[] = [];
  let at: number | null = DateTime.fromISO(after, { zone }).toMillis();
  while (found.length < count) {
    at = nextCron(cronOf(text), at, zone);
    if (at === null) break;
    found.push(
      DateTime.fromMillis(at, { zone }).toISO({
        suppressSeconds: true,
        suppressMilliseconds: true,
      }) ?? "",
    );
  }
  return found;
};

describe("a cron expression", () => {
  it.each([
    ["0 9 * * *", "2026-03-02T10:00", ["2026-03-03T09:00+01:00", "2026-03-04T09:00+01:00"]],
    ["0 9 * * *", "2026-03-02T09:00", ["2026-03-03T09:00+01:00"]],
    ["0 9 * * *", "2026-03-02T08:59:59.999", ["2026-03-02T09:00+01:00"]],
    [
      "*/20 * * * *",
      "2026-03-02T10:05",
      ["2026-03-02T10:20+01:00", "2026-03-02T10:40+01:00", "2026-03-02T11:00+01:00"],
    ],
    [
      "5/20 10 * * *",
      "2026-03-02T10:05",
      ["2026-03-02T10:25+01:00", "2026-03-02T10:45+01:00", "2026-03-03T10:05+01:00"],
    ],
    [
      "30 8-10/2 * * *",
      "2026-03-02T00:00",
      ["2026-03-02T08:30+01:00", "2026-03-02T10:30+01:00", "2026-03-03T08:30+01:00"],
    ],
    ["0 9 * * mon-fri", "2026-03-06T10:00", ["2026-03-09T09:00+01:00"]],
    [
      "0 9 * * sat-sun",
      "2026-03-06T10:00",
      ["2026-03-07T09:00+01:00", "2026-03-08T09:00+01:00", "2026-03-14T09:00+01:00"],
    ],
    ["0 9 * * 7", "2026-03-06T10:00", ["2026-03-08T09:00+01:00"]],
    ["0 9 * * 0", "2026-03-06T10:00", ["2026-03-08T09:00+01:00"]],
    ["0 9 1,15 * *", "2026-03-02T10:00", ["2026-03-15T09:00+01:00", "2026-04-01T09:00+02:00"]],
    // Both kinds of day: one that fits either.
    [
      "0 9 13 * fri",
      "2026-03-02T10:00",
      ["2026-03-06T09:00+01:00", "2026-03-13T09:00+01:00", "2026-03-20T09:00+01:00"],
    ],
    ["0 9 13 * *", "2026-03-14T10:00", ["2026-04-13T09:00+02:00"]],
    ["0 0 31 * *", "2026-03-31T10:00", ["2026-05-31T00:00+02:00", "2026-07-31T00:00+02:00"]],
    ["0 0 1 jan *", "2026-03-02T10:00", ["2027-01-01T00:00+01:00", "2028-01-01T00:00+01:00"]],
    ["0 0 29 2 *", "2026-03-02T10:00", ["2028-02-29T00:00+01:00", "2032-02-29T00:00+01:00"]],
    ["0 0 29 2 *", "2096-03-01T10:00", ["2104-02-29T00:00+01:00"]],
  ] as const)("%s after %s in Berlin", (text, after, expected) => {
    expect(firings(text, after, "Europe/Berlin", expected.length)).toEqual(expected);
  });

  it.each([
    // Berlin skips 02:00 to 03:00 on 29 March and repeats 02:00 to 03:00 on 25 October 2026.
    [
      "30 2 * * *",
      "Europe/Berlin",
      "2026-03-28T12:00",
      ["2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"],
    ],
    [
      "0,15,30 2 * * *",
      "Europe/Berlin",
      "2026-03-28T12:00",
      ["2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00"],
    ],
    [
      "0 3 * * *",
      "Europe/Berlin",
      "2026-03-28T12:00",
      ["2026-03-29T03:00+02:00", "2026-03-30T03:00+02:00"],
    ],
    [
      "30 * * * *",
      "Europe/Berlin",
      "2026-03-29T01:00",
      ["2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00"],
    ],
    [
      "30 2 * * *",
      "Europe/Berlin",
      "2026-10-24T12:00",
      ["2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"],
    ],
    [
      "30 * * * *",
      "Europe/Berlin",
      "2026-10-25T01:45",
      ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2026-10-25T03:30+01:00"],
    ],
    [
      "0 3 * * *",
      "Europe/Berlin",
      "2026-10-24T12:00",
      ["2026-10-25T03:00+01:00", "2026-10-26T03:00+01:00"],
    ],
    // New York repeats 01:00 to 02:00 on 1 November 2026.
    [
      "15 1 * * *",
      "America/New_York",
      "2026-10-31T12:00",
      ["2026-11-01T01:15-04:00", "2026-11-02T01:15-05:00"],
    ],
    // Lord Howe moves by half an hour: 02:00 to 02:30 is skipped on 4 October, 01:30 to 02:00 comes twice on 5 April 2026.
    [
      "10 2 * * *",
      "Australia/Lord_Howe",
      "2026-10-03T12:00",
      ["2026-10-04T02:30+11:00", "2026-10-05T02:10+11:00"],
    ],
    [
      "45 1 * * *",
      "Australia/Lord_Howe",
      "2026-04-04T12:00",
      ["2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"],
    ],
    // Cairo skips the hour after midnight on 24 April 2026; the day begins at 01:00.
    [
      "0 0 * * *",
      "Africa/Cairo",
      "2026-04-23T12:00",
      ["2026-04-24T01:00+03:00", "2026-04-25T00:00+03:00"],
    ],
    // Santiago shows 23:00 to 24:00 twice on 4 April 2026.
    [
      "30 23 * * *",
      "America/Santiago",
      "2026-04-04T12:00",
      ["2026-04-04T23:30-03:00", "2026-04-05T23:30-04:00"],
    ],
    // Havana shows 00:00 to 01:00 twice on 1 November 2026.
    [
      "30 0 * * *",
      "America/Havana",
      "2026-10-31T12:00",
      ["2026-11-01T00:30-04:00", "2026-11-02T00:30-05:00"],
    ],
    [
      "30 * * * *",
      "America/Havana",
      "2026-10-31T23:45",
      ["2026-11-01T00:30-04:00", "2026-11-01T00:30-05:00", "2026-11-01T01:30-05:00"],
    ],
    // Samoa had no 30 December 2011.
    ["0 9 * * *", "Pacific/Apia", "2011-12-29T12:00", ["2011-12-31T09:00+14:00"]],
    ["0 9 * * *", "UTC", "2026-03-28T12:00", ["2026-03-29T09:00Z"]],
    ["0 9 * * *", "Asia/Kathmandu", "2026-03-28T12:00", ["2026-03-29T09:00+05:45"]],
  ] as const)("%s over the clock change of %s", (text, zone, after, expected) => {
    expect(firings(text, after, zone, expected.length)).toEqual(expected);
  });

  it.each([
    ["", "enter five fields: minute, hour, day of month, month, day of week"],
    ["0 9 * *", "enter five fields: minute, hour, day of month, month, day of week"],
    ["0 0 9 * * *", "enter five fields: minute, hour, day of month, month, day of week"],
    ["60 9 * * *", "“60” is no minute"],
    ["0 24 * * *", "“24” is no hour"],
    ["0 9 0 * *", "“0” is no day of month"],
    ["0 9 * 13 *", "“13” is no month"],
    ["0 9 * * 8", "“8” is no day of week"],
    ["0 9 * * mo", "“mo” is no day of week"],
    ["0 9 * * fri-mon", "“fri-mon” ends before it begins"],
    ["30-10 9 * * *", "“30-10” ends before it begins"],
    ["*/0 9 * * *", "“*/0” is no minute"],
    ["1,,2 9 * * *", "“” is no minute"],
    ["1-2-3 9 * * *", "“1-2-3” is no minute"],
    ["-5 9 * * *", "“-5” is no minute"],
    ["0 0 30 2 *", "no month has such a day"],
    ["0 0 31 4,6,9,11 *", "no month has such a day"],
  ])("%j is refused", (text, message) => {
    expect(parseCron(text)).toEqual({ ok: false, message });
  });

  it("has no moment in a timezone that is none", () => {
    expect(nextCron(cronOf("0 9 * * *"), 0, "Mars/Olympus")).toBeNull();
  });

  it("reads anything without throwing", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseCron(text).ok === "boolean"));
  });

  it("fires at a wall-clock time that fits, but where the clock skipped one, and never misses one", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"];
    const field = (low: number, high: number) =>
      fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        field(0, 59),
        field(0, 23),
        fc.integer({ min: 0, max: 730 * 24 * 60 }),
        fc.constantFrom(...zones),
        (minutes, hours, minute, zone) => {
          const after = Date.UTC(2026, 0, 1) + minute * 60_000;
          const at = nextCron(cronOf(`${minutes.join(",")} ${hours.join(",")} * * *`), after, zone);
          expect(at).not.toBeNull();
          // An independent look at every minute in between: none shows a time that fits, but one shown before.
          const clock = IANAZone.create(zone);
          for (let each = after + 60_000; each < (at ?? 0); each += 60_000) {
            const shown = new Date(each + clock.offset(each) * 60_000);
            const fits =
              minutes.includes(shown.getUTCMinutes()) && hours.includes(shown.getUTCHours());
            const isRepeat = fits && clock.offset(each - 7_200_000) !== clock.offset(each);
            expect(fits && !isRepeat).toBe(false);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("finds the rarest day within 20 ms", () => {
    const cron = cronOf("59 23 29 2 *");
    nextCron(cron, 0, "Europe/Berlin");
    const started = performance.now();
    nextCron(cron, Date.UTC(2096, 2, 1), "America/New_York");
    expect(performance.now() - started).toBeLessThan(20);
  });
});
