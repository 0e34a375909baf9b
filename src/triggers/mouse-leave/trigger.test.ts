import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { mouseLeave } from "./trigger.ts";

it("tells its run where it happened", () => {
  expect(
    bindTrigger(mouseLeave, {}).matches(
      aDetected("mouse_leave", "https://shop.example/a"),
      aTriggerContext(),
    ),
  ).toEqual({ match: "yes", inputs: { page_url: "https://shop.example/a", page_title: "A page" } });
});

it.each([
  ["everywhere without a pattern", {}, "https://shop.example/a", "yes"],
  ["on a page that matches", { url_pattern: "/docs/**" }, "https://shop.example/docs/a", "yes"],
  ["not on another", { url_pattern: "/docs/**" }, "https://shop.example/a", "other_type"],
])("is about pages: %s", (_name, config, url, expected) => {
  const trigger = bindTrigger(mouseLeave, config);
  expect(trigger.matches(aDetected("mouse_leave", url), aTriggerContext()).match).toBe(expected);
});

it("leaves other detections alone", () => {
  const detected = aDetected("chat_opened_by_nobody", "https://shop.example/");
  expect(bindTrigger(mouseLeave, {}).matches(detected, aTriggerContext()).match).toBe("other_type");
});
