import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { customEvent } from "./trigger.ts";

const tracked: Occurrence = {
  type: "custom_event",
  name: "trial_ended",
  properties: { plan: "pro", seats: 3, secret: true },
};

it("starts with the properties it names", () => {
  const trigger = bindTrigger(customEvent, {
    name: "trial_ended",
    properties: ["plan", "seats", "missing", "constructor"],
  });
  expect(trigger.matches(tracked, aTriggerContext())).toEqual({
    match: "yes",
    inputs: { plan: "pro", seats: 3 },
  });
  expect(trigger.inputs).toEqual(["plan", "seats", "missing", "constructor"]);
});

it("records an event of another name", () => {
  expect(
    bindTrigger(customEvent, { name: "trial_began" }).matches(tracked, aTriggerContext()),
  ).toEqual({
    match: "filtered",
    evidence: { field: "event", actual: "trial_ended", expected: "trial_began" },
  });
});

it("refuses a config without a name", () => {
  expect(customEvent.bind({ name: " " }).ok).toBe(false);
});
