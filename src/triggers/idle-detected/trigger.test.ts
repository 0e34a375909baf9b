import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { idleDetected } from "./trigger.ts";

it.each([
  ["enough", { idle_seconds: 60 }, "yes"],
  ["more than enough", { seconds: 60, idle_seconds: 61 }, "yes"],
  ["too little", { idle_seconds: 59 }, "filtered"],
  ["no measure at all", {}, "filtered"],
  ["something that is no number", { idle_seconds: "60" }, "filtered"],
  ["the measure of another setting", { seconds: 65, idle_seconds: 65 }, "other_type"],
])("checks the page’s evidence again: %s", (_name, evidence, expected) => {
  const trigger = bindTrigger(idleDetected, { seconds: 60 });
  const detected = aDetected("idle_detected", "https://shop.example/", evidence);
  expect(trigger.matches(detected, aTriggerContext()).match).toBe(expected);
});

it("says what was measured when it was not enough", () => {
  const detected = aDetected("idle_detected", "https://shop.example/", { idle_seconds: 59 });
  expect(bindTrigger(idleDetected, {}).matches(detected, aTriggerContext())).toEqual({
    match: "filtered",
    evidence: { field: "idle_seconds", actual: 59, expected: 60 },
  });
});

it("tells its run where it happened", () => {
  expect(
    bindTrigger(idleDetected, {}).matches(
      aDetected("idle_detected", "https://shop.example/a", { idle_seconds: 61 }),
      aTriggerContext(),
    ),
  ).toEqual({
    match: "yes",
    inputs: { page_url: "https://shop.example/a", page_title: "A page", idle_seconds: 61 },
  });
});

it.each([
  ["everywhere without a text", {}, "https://shop.example/a", "yes"],
  [
    "where the address has it",
    { url_contains: "shop.example/check" },
    "https://shop.example/checkout",
    "yes",
  ],
  [
    "as it stands, no pattern",
    { url_contains: "/check*" },
    "https://shop.example/checkout",
    "other_type",
  ],
  ["nowhere else", { url_contains: "/checkout" }, "https://shop.example/a", "other_type"],
])("is about pages: %s", (_name, config, url, expected) => {
  const trigger = bindTrigger(idleDetected, config);
  expect(
    trigger.matches(aDetected("idle_detected", url, { idle_seconds: 3_600 }), aTriggerContext())
      .match,
  ).toBe(expected);
});

it.each([5, 3600])("takes seconds of %d", (value) => {
  expect(idleDetected.bind({ seconds: value }).ok).toBe(true);
});

it.each([4, 3_601, 60.5, null])("refuses seconds of %s", (value) => {
  expect(idleDetected.bind({ seconds: value }).ok).toBe(false);
});
