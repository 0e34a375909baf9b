import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { engagementScore } from "./trigger.ts";

it.each([
  ["enough", { score: 75 }, "yes"],
  ["more than enough", { threshold: 75, score: 76 }, "yes"],
  ["too little", { score: 74 }, "filtered"],
  ["no measure at all", {}, "filtered"],
  ["something that is no number", { score: "75" }, "filtered"],
  ["the measure of another setting", { threshold: 80, score: 80 }, "other_type"],
])("checks the page’s evidence again: %s", (_name, evidence, expected) => {
  const trigger = bindTrigger(engagementScore, { threshold: 75 });
  const detected = aDetected("engagement_score", "https://shop.example/", evidence);
  expect(trigger.matches(detected, aTriggerContext()).match).toBe(expected);
});

it("says what was measured when it was not enough", () => {
  const detected = aDetected("engagement_score", "https://shop.example/", { score: 74 });
  expect(bindTrigger(engagementScore, {}).matches(detected, aTriggerContext())).toEqual({
    match: "filtered",
    evidence: { field: "score", actual: 74, expected: 75 },
  });
});

it("tells its run where it happened", () => {
  expect(
    bindTrigger(engagementScore, {}).matches(
      aDetected("engagement_score", "https://shop.example/a", { score: 76 }),
      aTriggerContext(),
    ),
  ).toEqual({
    match: "yes",
    inputs: { page_url: "https://shop.example/a", page_title: "A page", score: 76 },
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
  const trigger = bindTrigger(engagementScore, config);
  expect(
    trigger.matches(aDetected("engagement_score", url, { score: 3_600 }), aTriggerContext()).match,
  ).toBe(expected);
});

it.each([1, 100])("takes threshold of %d", (value) => {
  expect(engagementScore.bind({ threshold: value }).ok).toBe(true);
});

it.each([0, 101, 7.5, "75", null])("refuses threshold of %s", (value) => {
  expect(engagementScore.bind({ threshold: value }).ok).toBe(false);
});
