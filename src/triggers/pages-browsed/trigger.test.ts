import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { pagesBrowsed } from "./trigger.ts";

it.each([
  ["enough", { page_count: 3 }, "yes"],
  ["more than enough", { pages: 3, page_count: 4 }, "yes"],
  ["too little", { page_count: 2 }, "filtered"],
  ["no measure at all", {}, "filtered"],
  ["something that is no number", { page_count: "3" }, "filtered"],
  ["the measure of another setting", { pages: 8, page_count: 8 }, "other_type"],
])("checks the page’s evidence again: %s", (_name, evidence, expected) => {
  const trigger = bindTrigger(pagesBrowsed, { pages: 3 });
  const detected = aDetected("pages_browsed", "https://shop.example/", evidence);
  expect(trigger.matches(detected, aTriggerContext()).match).toBe(expected);
});

it("says what was measured when it was not enough", () => {
  const detected = aDetected("pages_browsed", "https://shop.example/", { page_count: 2 });
  expect(bindTrigger(pagesBrowsed, {}).matches(detected, aTriggerContext())).toEqual({
    match: "filtered",
    evidence: { field: "page_count", actual: 2, expected: 3 },
  });
});

it("tells its run where it happened", () => {
  expect(
    bindTrigger(pagesBrowsed, {}).matches(
      aDetected("pages_browsed", "https://shop.example/a", { page_count: 4 }),
      aTriggerContext(),
    ),
  ).toEqual({
    match: "yes",
    inputs: { page_url: "https://shop.example/a", page_title: "A page", page_count: 4 },
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
  const trigger = bindTrigger(pagesBrowsed, config);
  expect(
    trigger.matches(aDetected("pages_browsed", url, { page_count: 3_600 }), aTriggerContext())
      .match,
  ).toBe(expected);
});

it.each([2, 100])("takes pages of %d", (value) => {
  expect(pagesBrowsed.bind({ pages: value }).ok).toBe(true);
});

it.each([1, 101, 2.5, null])("refuses pages of %s", (value) => {
  expect(pagesBrowsed.bind({ pages: value }).ok).toBe(false);
});
