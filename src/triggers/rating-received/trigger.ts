import { defineTrigger, fires } from "#core/engine";
import { z } from "zod";

/**
 * Fires when a contact rates a conversation.
 *
 * Use it to follow up on bad ones, with a condition on `trigger.score`. `trigger.scale` says what it was out of, such as `1_to_5`.
 *
 * @example {}
 */
export const ratingReceived = defineTrigger({
  type: "rating_received",
  title: "Rating received",
  description: "The contact rates a conversation.",
  on: "rating_received",
  config: z.strictObject({}),
  initialConfig: {},
  example: {},
  inputs: ["score", "scale"],
  summary: () => "When a rating comes",
  matches: (_config, { score, scale }) => fires({ score, scale }),
});
