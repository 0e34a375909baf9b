import { aStepContext } from "#testing/builders";
import { expect, it } from "vitest";

// Sunday, 25 October 2026, 23:30 UTC is Monday, 00:30 in Berlin, where the clock has just been set back.
const late = Date.UTC(2026, 9, 25, 23, 30);

it.each([
  ["now.day_of_week", "monday"],
  ["now.date", "2026-10-26"],
  ["now.time", "00:30"],
  ["now.hour", 0],
  ["now.minute", undefined],
  ["now", undefined],
])("reads %s by the workspace's clock", (path, expected) => {
  expect(aStepContext({ now: late }).lookUp(path)).toBe(expected);
});

it("still reads a variable that is called now", () => {
  expect(aStepContext({ variables: { now: "soon" } }).lookUp("now")).toBe("soon");
});
