import type { JsonObject } from "#core/domain";
import {
  aNamedSchedule,
  aSchedule,
  aStepContext,
  aWorkspace,
  bindStep,
  problemsOf,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { dateTime } from "./step.ts";

const named = (operator = "is_within"): JsonObject => ({
  operator,
  schedule: { type: "named", schedule_id: aNamedSchedule().id },
});
const written = (schedule: JsonObject, operator = "is_within"): JsonObject => ({
  operator,
  schedule: { type: "written", schedule },
});
const at = (config: JsonObject, now: string, workspace = aWorkspace()) =>
  bindStep(dateTime, config).enter(aStepContext({ now: Date.parse(now), workspace }));

describe("the hours of a workday in Berlin", () => {
  const hours = { days: { sunday: { is_open: false } } };
  it.each([
    ["2026-03-02T07:59:59.999Z", "failure"],
    ["2026-03-02T08:00:00Z", "success"],
    ["2026-03-02T15:59:59.999Z", "success"],
    ["2026-03-02T16:00:00Z", "failure"],
    ["2026-03-08T10:00:00Z", "failure"],
  ])("at %s lead to %s", (now, path) => {
    expect(at(written(hours), now)).toMatchObject({ kind: "leave", path });
    expect(at(written(hours, "is_not_within"), now)).toMatchObject({
      path: path === "success" ? "failure" : "success",
    });
  });
});

it("asks in the schedule's own timezone, else in the workspace's", () => {
  const tokyo = aWorkspace({ timezone: "Asia/Tokyo" });
  const noonInBerlin = "2026-03-02T11:00:00Z";
  expect(at(written({}), noonInBerlin, tokyo)).toMatchObject({
    path: "failure",
    evidence: [{ is_open: false, timezone: "Asia/Tokyo" }],
  });
  expect(at(written({ timezone: "Europe/Berlin" }), noonInBerlin, tokyo)).toMatchObject({
    path: "success",
    evidence: [{ is_open: true, timezone: "Europe/Berlin" }],
  });
});

it("asks the workspace's schedule as it is now, and fails when it is gone", () => {
  const open = aWorkspace({ schedules: [aNamedSchedule()] });
  const closed = aWorkspace({
    schedules: [aNamedSchedule({ schedule: aSchedule({ closed_on: "2026-03-02" }) })],
  });
  expect(at(named(), "2026-03-02T09:00:00Z", open)).toMatchObject({ path: "success" });
  expect(at(named(), "2026-03-02T09:00:00Z", closed)).toMatchObject({ path: "failure" });
  expect(at(named(), "2026-03-02T09:00:00Z")).toMatchObject({
    kind: "fail",
    problem: { code: "target_gone" },
  });
});

it("points at the schedule it names", () => {
  expect(bindStep(dateTime, named()).references).toEqual([
    { kind: "schedule", id: aNamedSchedule().id, path: ["schedule", "schedule_id"] },
  ]);
  expect(bindStep(dateTime, written({})).references).toEqual([]);
});

it.each([
  [written({}), "Within every day 09:00–17:00"],
  [
    written(
      {
        days: {
          monday: { spans: [{ from: "22:00", to: "06:00" }] },
          saturday: { is_open: false },
          sunday: { spans: [{ from: "00:00", to: "24:00" }] },
        },
      },
      "is_not_within",
    ),
    "Not within Mon 22:00–06:00, Tue–Fri 09:00–17:00, Sun all day",
  ],
  [named(), "Within a schedule of the workspace"],
])("says in words %j", (config, summary) => {
  expect(bindStep(dateTime, config).summary).toBe(summary);
});

it.each([
  [{ operator: "is_within" }, ["schedule: this is missing"]],
  [
    written({ timezone: "CEST" }),
    ["schedule.schedule.timezone: choose a timezone such as Europe/Berlin"],
  ],
  [
    written({ days: { friday: { spans: [] } } }),
    ["schedule.schedule.days.friday.spans: add hours, or switch the day off"],
  ],
  [{ schedule: { type: "named", schedule_id: "" } }, ["schedule.schedule_id: choose one"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(dateTime, config)).toEqual(problems);
});
