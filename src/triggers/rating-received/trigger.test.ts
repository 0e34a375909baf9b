import type { Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { ratingReceived } from "./trigger.ts";

it("starts with the rating", () => {
  const rated: Occurrence = { type: "rating_received", score: 2, scale: "1_to_5" };
  expect(bindTrigger(ratingReceived, {}).matches(rated, aTriggerContext())).toEqual({
    match: "yes",
    inputs: { score: 2, scale: "1_to_5" },
  });
});
