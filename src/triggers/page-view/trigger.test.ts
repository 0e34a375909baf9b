import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { pageView } from "./trigger.ts";

const trigger = bindTrigger(pageView, { url_pattern: "/pricing", visible_seconds: 15 });
const matches = (...detected: Parameters<typeof aDetected>) =>
  trigger.matches(aDetected(...detected), aTriggerContext());

it("starts on a page that matches and gives its address", () => {
  expect(
    matches("page_view", "https://shop.example/pricing?a=1", {
      url_pattern: "/pricing",
      visible_seconds: 15,
    }),
  ).toEqual({
    match: "yes",
    inputs: { page_url: "https://shop.example/pricing?a=1", page_title: "A page" },
  });
});

it.each([
  ["another page", ["page_view", "https://shop.example/docs"]],
  ["another trigger", ["chat_opened", "https://shop.example/pricing"]],
  [
    "a view shorter than its own",
    ["page_view", "https://shop.example/pricing", { visible_seconds: 3 }],
  ],
  [
    "the detection armed for another pattern",
    ["page_view", "https://shop.example/pricing", { url_pattern: "/**" }],
  ],
] as const)("leaves %s without a record", (_name, [type, url, evidence]) => {
  expect(matches(type, url, evidence).match).toBe("other_type");
});

it("believes a hint that says no more than the page", () => {
  expect(matches("page_view", "https://shop.example/pricing").match).toBe("yes");
});

it("refuses a config without a pattern", () => {
  expect(pageView.bind({ url_pattern: " " })).toEqual({
    ok: false,
    problems: [{ path: ["url_pattern"], message: "enter which pages, for example /pricing" }],
  });
});
