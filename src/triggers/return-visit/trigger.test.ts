import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { returnVisit } from "./trigger.ts";

it.each([
  ["a later one", false, { match: "yes" }],
  [
    "the first",
    true,
    { match: "filtered", evidence: { field: "first_session", actual: true, expected: false } },
  ],
  ["one nobody knows", null, { match: "filtered" }],
])("checks which session of the contact it is: %s", (_name, isFirst, expected) => {
  const detected = aDetected("return_visit", "https://shop.example/", {}, isFirst);
  expect(bindTrigger(returnVisit, {}).matches(detected, aTriggerContext())).toMatchObject(expected);
});

it.each([
  ["everywhere without a pattern", {}, "https://shop.example/a", "yes"],
  ["on a page that matches", { url_pattern: "/docs/**" }, "https://shop.example/docs/a", "yes"],
  ["not on another", { url_pattern: "/docs/**" }, "https://shop.example/a", "other_type"],
])("is about pages: %s", (_name, config, url, expected) => {
  const trigger = bindTrigger(returnVisit, config);
  expect(trigger.matches(aDetected("return_visit", url, {}, false), aTriggerContext()).match).toBe(
    expected,
  );
});

it.each([
  ["which the server never heard of", { visit_number: 2 }, true, "yes"],
  ["unless it is the first there too", { visit_number: 1 }, true, "filtered"],
  ["and nothing else", { visit_number: "2" }, true, "filtered"],
  ["of a session nobody knows", { visit_number: 2 }, null, "filtered"],
])("believes the browser about earlier visits %s", (_name, evidence, isFirst, expected) => {
  const detected = aDetected("return_visit", "https://shop.example/", evidence, isFirst);
  expect(bindTrigger(returnVisit, {}).matches(detected, aTriggerContext()).match).toBe(expected);
});

it("leaves other detections alone", () => {
  const detected = aDetected("chat_opened_by_nobody", "https://shop.example/");
  expect(bindTrigger(returnVisit, {}).matches(detected, aTriggerContext()).match).toBe(
    "other_type",
  );
});
