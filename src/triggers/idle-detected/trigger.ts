import {
  below,
  containsPart,
  defineTrigger,
  fires,
  onPages,
  pageInputs,
  toPageInputs,
  urlContainsSchema,
} from "#core/engine";
import { z } from "zod";

/**
 * Fires when all interaction with a visible page stops for a time.
 *
 * Use it where hesitating costs, such as a checkout. The page reports how long it was quiet as `idle_seconds`.
 *
 * @example { "seconds": 60, "url_contains": "/checkout" }
 */
export const idleDetected = defineTrigger({
  type: "idle_detected",
  title: "Idle",
  description: "All interaction with the page stops.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    seconds: z
      .int("enter a whole number of seconds")
      .min(5, "at least 5 seconds")
      .max(3_600, "at most 3,600 seconds")
      .default(60),
    url_contains: urlContainsSchema,
  }),
  initialConfig: { seconds: 60, url_contains: "" },
  example: { seconds: 60, url_contains: "/checkout" },
  inputs: [...pageInputs, "idle_seconds"],
  summary: ({ seconds, url_contains }) =>
    `When nothing happens for ${seconds} seconds${onPages(url_contains)}`,
  armed: ({ seconds, url_contains }) => ({ seconds, url_contains }),
  isAbout: containsPart,
  matches: ({ seconds }, { page, evidence }) =>
    below(evidence, "idle_seconds", seconds) ??
    fires({ ...toPageInputs(page), idle_seconds: evidence["idle_seconds"] ?? null }),
});
