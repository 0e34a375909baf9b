import { day, hour, minute, type Schedule, type Span, weekdays } from "#core/domain";
import { describe, expect, it } from "vitest";
import { aSchedule } from "#testing/builders";
import { isOpen } from "./is-open.ts";
import { nextClose, nextOpen } from "./next-change.ts";
import { openMinutesBetween } from "./open-time.ts";

/*
 * The computation to compare with reads the clock on the wall from Intl and compares texts: it knows no offsets, no stretches and
 * no minutes, and shares nothing with the code under test.
 */

interface Wall {
  readonly date: string;
  readonly yesterday: string;
  readonly time: string;
}

const wallClock = (timezone: string): ((moment: number) => Wall) => {
  // The Swedish way to write a moment is ISO's: 2026-03-29 02:15.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const yesterdays = new Map<string, string>();
  return (moment) => {
    const [date = "", time = ""] = format.format(moment).split(" ");
    let yesterday = yesterdays.get(date);
    if (yesterday === undefined) {
      yesterday = new Date(Date.parse(date) - day).toISOString().slice(0, 10);
      yesterdays.set(date, yesterday);
    }
    return { date, yesterday, time };
  };
};

const spansOn = (schedule: Schedule, date: string): readonly Span[] => {
  const exception = schedule.exceptions.find((each) => each.date === date);
  if (exception !== undefined) return exception.spans;
  const holiday = schedule.holidays.find((each) => date.endsWith(each.day));
  if (holiday !== undefined) return holiday.spans;
  const name = weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? "monday";
  return schedule.days[name].is_open ? schedule.days[name].spans : [];
};

const isOpenByTheClock = (schedule: Schedule, { date, yesterday, time }: Wall): boolean =>
  spansOn(schedule, date).some(({ from, to }) =>
    to > from ? from <= time && time < to : from <= time,
  ) || spansOn(schedule, yesterday).some(({ from, to }) => to <= from && time < to);

const everyDay = (...spans: readonly Span[]): Schedule["days"] => {
  const hours = { is_open: true, spans: [...spans] };
  return {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  };
};

/** Schedules that something could go wrong with around a change on this date. */
const schedulesAround = (timezone: string, date: string): readonly Schedule[] => [
  aSchedule({ timezone }),
  aSchedule({ timezone, days: everyDay({ from: "22:00", to: "06:00" }) }),
  aSchedule({ timezone, days: everyDay({ from: "02:00", to: "03:00" }) }),
  aSchedule({
    timezone,
    days: everyDay({ from: "00:30", to: "02:30" }, { from: "03:00", to: "24:00" }),
  }),
  aSchedule({
    timezone,
    days: {
      ...everyDay({ from: "00:00", to: "01:00" }, { from: "23:00", to: "00:15" }),
      sunday: { is_open: false, spans: [] },
    },
    holidays: [{ day: date.slice(5), name: "", spans: [{ from: "01:15", to: "01:45" }] }],
  }),
  aSchedule({
    timezone,
    days: everyDay({ from: "00:00", to: "24:00" }),
    exceptions: [{ date, until: null, name: "", spans: [] }],
  }),
];

const [begin, end] = [Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)];
const zones = Intl.supportedValuesOf("timeZone");

/** Moments between which the difference of wall clock and UTC changed: looked for day by day, found by halving. */
const changesOf = (timezone: string): readonly number[] => {
  const read = wallClock(timezone);
  const ahead = (moment: number): number => {
    const { date, time } = read(moment);
    return Date.parse(`${date}T${time}Z`) - moment;
  };
  const changes: number[] = [];
  for (let before = begin; before < end; before += day) {
    let [low, high] = [before, before + day];
    if (ahead(low) === ahead(high)) continue;
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (ahead(middle) === ahead(low)) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
};

const step = 15 * minute;

/** Every quarter of an hour within a day of the change, with what the clock on the wall says about each schedule. */
const disagreements = (timezone: string, change: number): readonly string[] => {
  const read = wallClock(timezone);
  const moments = Array.from({ length: 2 * 96 + 1 }, (_each, index) => change - day + index * step);
  const walls = moments.map(read);
  const found: string[] = [];
  schedulesAround(timezone, read(change).date).forEach((schedule, number) => {
    const open = walls.map((wall) => isOpenByTheClock(schedule, wall));
    const tell = (what: string, index: number, got: unknown, wanted: unknown) => {
      if (got === wanted) return;
      const at = new Date(moments[index] ?? 0).toISOString();
      found.push(`${timezone} #${number} ${what} at ${at}: ${String(got)}, not ${String(wanted)}`);
    };
    moments.forEach((moment, index) =>
      tell("isOpen", index, isOpen(schedule, moment), open[index]),
    );
    const turns = (to: boolean, after: number): number | undefined =>
      moments.find((_each, index) => index > after && open[index] === to && open[index - 1] !== to);
    // Openings and closings are looked for from every third hour: past the grid's end nothing is known.
    for (let index = 0; index < moments.length; index += 12) {
      const from = moments[index] ?? 0;
      const [opens, closes] = [turns(true, index), turns(false, index)];
      if (opens !== undefined) tell("nextOpen", index, nextOpen(schedule, from), opens);
      if (closes !== undefined) tell("nextClose", index, nextClose(schedule, from), closes);
    }
    const minutes = open.slice(0, -1).filter(Boolean).length * 15;
    tell("openMinutes", 0, openMinutesBetween(schedule, change - day, change + day), minutes);
  });
  return found;
};

describe("business hours by the clock on the wall", () => {
  it("hold around every clock change of every IANA zone in 2026 and 2027", () => {
    const found: string[] = [];
    let changes = 0;
    let zonesWithChanges = 0;
    for (const timezone of zones) {
      const moments = changesOf(timezone);
      changes += moments.length;
      zonesWithChanges += moments.length > 0 ? 1 : 0;
      for (const change of moments) found.push(...disagreements(timezone, change));
    }
    expect(found.slice(0, 20)).toEqual([]);
    // The oracle must have seen the changes it is there for.
    expect(zones.length).toBeGreaterThan(400);
    expect(zonesWithChanges).toBeGreaterThan(100);
    expect(changes).toBeGreaterThan(400);
  }, 60_000);

  it("hold in every IANA zone at moments all over the two years", () => {
    const found: string[] = [];
    zones.forEach((timezone, index) => {
      const read = wallClock(timezone);
      for (let moment = begin + index * 7 * minute; moment < end; moment += 29 * day + 5 * hour) {
        for (const schedule of schedulesAround(timezone, read(moment).date))
          if (isOpen(schedule, moment) !== isOpenByTheClock(schedule, read(moment)))
            found.push(`${timezone} ${new Date(moment).toISOString()}`);
      }
    });
    expect(found).toEqual([]);
  }, 60_000);
});
