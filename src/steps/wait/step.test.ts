import { hour, type JsonObject, minute } from "#core/domain";
import {
  aNamedSchedule,
  aSchedule,
  aStepContext,
  aWorkspace,
  bindStep,
  problemsOf,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { wait } from "./step.ts";

const dueAt = (
  config: { amount: number; unit: string },
  now: string,
  timezone = "Europe/Berlin",
) => {
  const result = bindStep(wait, config).enter(
    aStepContext({ now: Date.parse(now), workspace: aWorkspace({ timezone }) }),
  );
  const moment = result.kind === "wait" ? (result.wait.timers[0]?.dueAt ?? 0) : 0;
  return new Date(moment).toISOString();
};

describe("the moment a wait ends", () => {
  it.each([
    [
      "30 minutes",
      { amount: 30, unit: "minutes" },
      "2026-03-02T09:00:00Z",
      "2026-03-02T09:30:00.000Z",
    ],
    [
      "hours over a clock change",
      { amount: 24, unit: "hours" },
      "2026-03-28T11:00:00Z",
      "2026-03-29T11:00:00.000Z",
    ],
    [
      "a day over the change to summer time",
      { amount: 1, unit: "days" },
      "2026-03-28T11:00:00Z",
      "2026-03-29T10:00:00.000Z",
    ],
    [
      "a day over the change to winter time",
      { amount: 1, unit: "days" },
      "2026-10-24T10:00:00Z",
      "2026-10-25T11:00:00.000Z",
    ],
    [
      "a day that ends in the skipped hour",
      { amount: 1, unit: "days" },
      "2026-03-28T01:30:00Z",
      "2026-03-29T01:30:00.000Z",
    ],
  ])("%s", (_name, config, now, expected) => {
    expect(dueAt(config, now)).toBe(expected);
  });

  it("counts days where the workspace is", () => {
    expect(dueAt({ amount: 1, unit: "days" }, "2026-03-08T01:00:00Z", "America/New_York")).toBe(
      "2026-03-09T00:00:00.000Z",
    );
  });
});

it("takes a reply only when it may end early", () => {
  const early = bindStep(wait, { amount: 1, unit: "hours", until_reply: true });
  const patient = bindStep(wait, { amount: 1, unit: "hours", until_reply: false });
  expect(early.outputPaths.map(({ id }) => id)).toEqual(["next", "replied"]);
  expect(patient.outputPaths.map(({ id }) => id)).toEqual(["next"]);
  expect(early.enter(aStepContext())).toMatchObject({ wait: { for: "time", takesReply: true } });
  expect(patient.enter(aStepContext())).toMatchObject({ wait: { takesReply: false } });
});

it("leaves by replied for a message and by next for the time", () => {
  const step = bindStep(wait, { amount: 1, unit: "hours" });
  expect(
    step.resume(
      aStepContext(),
      { type: "reply", text: "hi", quickReplyId: null, asksForPerson: false },
      null,
    ),
  ).toMatchObject({ path: "replied" });
  expect(step.resume(aStepContext(), { type: "timer", name: "time" }, null)).toMatchObject({
    path: "next",
  });
});

it.each([
  [{ amount: 0, unit: "days" }, ["amount: wait at least 1 minute"]],
  [{ amount: 366, unit: "days" }, ["amount: wait at most 365 days"]],
  [{ amount: 1.5, unit: "hours" }, ["amount: enter a whole number"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(wait, config)).toEqual(problems);
});

it.each([
  [{ amount: 1, unit: "days", until_reply: false }, "Wait 1 day"],
  [{ amount: 20, unit: "minutes" }, "Wait 20 minutes, or until the contact replies"],
])("says in words %j", (config, summary) => {
  expect(bindStep(wait, config).summary).toBe(summary);
});

it("keeps waits of minutes and hours exact", () => {
  const now = Date.UTC(2026, 0, 1);
  const result = bindStep(wait, { amount: 90, unit: "minutes" }).enter(aStepContext({ now }));
  expect(result).toMatchObject({ wait: { timers: [{ dueAt: now + hour + 30 * minute }] } });
});

describe("a wait for the next opening", () => {
  const named = { until_open: { type: "named", schedule_id: aNamedSchedule().id } };
  const hours = aWorkspace({ schedules: [aNamedSchedule()] });
  const enterAt = (now: string, workspace = hours, config: JsonObject = named) =>
    bindStep(wait, config).enter(aStepContext({ now: Date.parse(now), workspace }));

  it.each([
    ["goes on at once while it is open", "2026-03-02T09:00:00Z", null],
    ["ends with the morning", "2026-03-02T03:00:00Z", "2026-03-02T08:00:00.000Z"],
    ["ends the next day", "2026-03-02T16:00:00Z", "2026-03-03T08:00:00.000Z"],
    ["ends by the clock after a change", "2026-03-28T16:00:00Z", "2026-03-29T07:00:00.000Z"],
  ])("%s", (_name, now, opening) => {
    expect(enterAt(now)).toMatchObject(
      opening === null
        ? { kind: "leave", path: "next" }
        : { kind: "wait", wait: { timers: [{ name: "time", dueAt: Date.parse(opening) }] } },
    );
  });

  it("goes on waiting when it is closed after all", () => {
    const closed = aWorkspace({
      schedules: [aNamedSchedule({ schedule: aSchedule({ closed_on: "2026-03-03" }) })],
    });
    const wakes = (workspace: typeof hours) =>
      bindStep(wait, named).resume(
        aStepContext({ now: Date.parse("2026-03-03T08:00:00Z"), workspace }),
        { type: "timer", name: "time" },
        null,
      );
    expect(wakes(hours)).toMatchObject({ path: "next" });
    expect(wakes(aWorkspace())).toMatchObject({ path: "next" });
    expect(wakes(closed)).toMatchObject({
      wait: { timers: [{ dueAt: Date.parse("2026-03-04T08:00:00Z") }] },
    });
  });

  it("ends early when the contact writes", () => {
    const result = bindStep(wait, named).resume(
      aStepContext({ now: Date.parse("2026-03-02T03:00:00Z"), workspace: hours }),
      { type: "reply", text: "hi", quickReplyId: null, asksForPerson: false },
      null,
    );
    expect(result).toMatchObject({ path: "replied" });
  });

  it("fails when there is no such schedule, and when it never opens", () => {
    expect(enterAt("2026-03-02T03:00:00Z", aWorkspace())).toMatchObject({
      kind: "fail",
      problem: { code: "target_gone" },
    });
    const off = { is_open: false };
    const never = {
      monday: off,
      tuesday: off,
      wednesday: off,
      thursday: off,
      friday: off,
      saturday: off,
      sunday: off,
    };
    const written = { until_open: { type: "written", schedule: { days: never } } };
    expect(enterAt("2026-03-02T03:00:00Z", hours, written)).toMatchObject({
      problem: { code: "never_opens" },
    });
  });

  it("may not wait at all, and points at its schedule", () => {
    expect(bindStep(wait, named)).toMatchObject({
      parks: "maybe",
      summary: "Wait until a schedule of the workspace opens, or until the contact replies",
      references: [{ kind: "schedule", path: ["until_open", "schedule_id"] }],
    });
    expect(bindStep(wait, {}).parks).toBe("always");
  });
});
