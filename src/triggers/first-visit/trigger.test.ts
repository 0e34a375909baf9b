import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { firstVisit } from "./trigger.ts";

it.each([
  ["the first", true, { match: "yes" }],
  [
    "a later one",
    false,
    { match: "filtered", evidence: { field: "first_session", actual: false, expected: true } },
  ],
  ["one nobody knows", null, { match: "filtered" }],
])("checks which session of the contact it is: %s", (_name, isFirst, expected) => {
  const detected = aDetected("first_visit", "https://shop.example/", {}, isFirst);
  expect(bindTrigger(firstVisit, {}).matches(detected, aTriggerContext())).toMatchObject(expected);
});

it.each([
  ["everywhere without a pattern", {}, "https://shop.example/a", "yes"],
  ["on a page that matches", { url_pattern: "/docs/**" }, "https://shop.example/docs/a", "yes"],
  ["not on another", { url_pattern: "/docs/**" }, "https://shop.example/a", "other_type"],
])("is about pages: %s", (_name, config, url, expected) => {
  const trigger = bindTrigger(firstVisit, config);
  expect(trigger.matches(aDetected("first_visit", url, {}, true), aTriggerContext()).match).toBe(
    expected,
  );
});

it("leaves other detections alone", () => {
  const detected = aDetected("chat_opened_by_nobody", "https://shop.example/");
  expect(bindTrigger(firstVisit, {}).matches(detected, aTriggerContext()).match).toBe("other_type");
});
