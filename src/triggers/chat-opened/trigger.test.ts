import { aDetected, aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { chatOpened } from "./trigger.ts";

it.each([
  ["anywhere without a pattern", "", "chat_opened", "https://shop.example/cart", "yes"],
  ["on a page that matches", "/docs/**", "chat_opened", "https://shop.example/docs/a", "yes"],
  ["not on another page", "/docs/**", "chat_opened", "https://shop.example/cart", "other_type"],
  ["not for another detection", "", "page_view", "https://shop.example/cart", "other_type"],
])("starts %s", (_name, url_pattern, type, url, match) => {
  expect(
    bindTrigger(chatOpened, { url_pattern }).matches(aDetected(type, url), aTriggerContext()).match,
  ).toBe(match);
});
