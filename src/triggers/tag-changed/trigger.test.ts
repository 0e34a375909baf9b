import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { tagChanged } from "./trigger.ts";

const changed = (
  tag: string,
  change: "added" | "removed" = "added",
  of: "contact" | "conversation" = "contact",
): Occurrence => ({ type: "tag_changed", of, tag, change });

it.each([
  ["any tag", {}, changed("vip"), "yes"],
  ["one of its tags", { tags: ["vip", "gold"] }, changed("Gold "), "yes"],
  ["another tag", { tags: ["vip"] }, changed("gold"), "filtered"],
  ["a removal", {}, changed("vip", "removed"), "filtered"],
  ["a removal it wants", { change: "removed" }, changed("vip", "removed"), "yes"],
  ["either", { change: "both" }, changed("vip", "removed"), "yes"],
  ["the conversation’s", {}, changed("vip", "added", "conversation"), "filtered"],
  ["either’s", { of: "both" }, changed("vip", "added", "conversation"), "yes"],
])("looks at %s", (_name, config, occurrence, expected) => {
  expect(bindTrigger(tagChanged, config).matches(occurrence, aTriggerContext()).match).toBe(
    expected,
  );
});

it("tells its run which tag it was", () => {
  expect(bindTrigger(tagChanged, {}).matches(changed("vip"), aTriggerContext())).toEqual({
    match: "yes",
    inputs: { tag: "vip", change: "added" },
  });
});
