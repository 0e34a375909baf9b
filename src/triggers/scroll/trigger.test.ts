import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { scroll } from "./trigger.ts";

it.each([
  ["enough", { reached: 50 }, "yes"],
  ["more than enough", { depth: 50, reached: 51 }, "yes"],
  ["too little", { reached: 49 }, "filtered"],
  ["no measure at all", {}, "filtered"],
  ["something that is no number", { reached: "50" }, "filtered"],
  ["the measure of another setting", { depth: 55, reached: 55 }, "other_type"],
])("checks the page’s evidence again: %s", (_name, evidence, expected) => {
  const trigger = bindTrigger(scroll, { depth: 50 });
  const detected = aDetected("scroll", "https://shop.example/", evidence);
  expect(trigger.matches(detected, aTriggerContext()).match).toBe(expected);
});

it("says what was measured when it was not enough", () => {
  const detected = aDetected("scroll", "https://shop.example/", { reached: 49 });
  expect(bindTrigger(scroll, {}).matches(detected, aTriggerContext())).toEqual({
    match: "filtered",
    evidence: { field: "reached", actual: 49, expected: 50 },
  });
});

it("tells its run where it happened", () => {
  expect(
    bindTrigger(scroll, {}).matches(
      aDetected("scroll", "https://shop.example/a", { reached: 51 }),
      aTriggerContext(),
    ),
  ).toEqual({
    match: "yes",
    inputs: { page_url: "https://shop.example/a", page_title: "A page", reached: 51 },
  });
});

it.each([
  ["everywhere without a pattern", {}, "https://shop.example/a", "yes"],
  ["on a page that matches", { url_pattern: "/docs/**" }, "https://shop.example/docs/a", "yes"],
  ["not on another", { url_pattern: "/docs/**" }, "https://shop.example/a", "other_type"],
])("is about pages: %s", (_name, config, url, expected) => {
  const trigger = bindTrigger(scroll, config);
  expect(
    trigger.matches(aDetected("scroll", url, { reached: 3_600 }), aTriggerContext()).match,
  ).toBe(expected);
});

it.each([0, 100])("takes depth of %d", (value) => {
  expect(scroll.bind({ depth: value }).ok).toBe(true);
});

it.each([-1, 101, 50.5, "50", null])("refuses depth of %s", (value) => {
  expect(scroll.bind({ depth: value }).ok).toBe(false);
});
