import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { rageClick } from "./trigger.ts";

it("tells its run where it happened", () => {
  expect(
    bindTrigger(rageClick, {}).matches(
      aDetected("rage_click", "https://shop.example/a"),
      aTriggerContext(),
    ),
  ).toEqual({ match: "yes", inputs: { page_url: "https://shop.example/a", page_title: "A page" } });
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
  const trigger = bindTrigger(rageClick, config);
  expect(trigger.matches(aDetected("rage_click", url), aTriggerContext()).match).toBe(expected);
});

it("leaves other detections alone", () => {
  const detected = aDetected("chat_opened_by_nobody", "https://shop.example/");
  expect(bindTrigger(rageClick, {}).matches(detected, aTriggerContext()).match).toBe("other_type");
});
