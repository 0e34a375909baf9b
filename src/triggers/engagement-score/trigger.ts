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
 * Fires once when the session’s engagement score crosses a threshold.
 *
 * Use it to reach visitors who are really reading. The score goes from 0 to 100 and is made of scrolling (30), time (30), movement
 * (20) and clicks (20); the page reports it as `score`.
 *
 * @example { "threshold": 75, "url_contains": "/pricing" }
 */
export const engagementScore = defineTrigger({
  type: "engagement_score",
  title: "Engagement score",
  description: "The visitor’s engagement crosses a threshold.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    threshold: z
      .int("enter a whole number")
      .min(1, "at least 1")
      .max(100, "at most 100")
      .default(75),
    url_contains: urlContainsSchema,
  }),
  initialConfig: { threshold: 75, url_contains: "" },
  example: { threshold: 75, url_contains: "/pricing" },
  inputs: [...pageInputs, "score"],
  summary: ({ threshold, url_contains }) =>
    `When engagement reaches ${threshold}${onPages(url_contains)}`,
  armed: ({ threshold, url_contains }) => ({ threshold, url_contains }),
  isAbout: containsPart,
  matches: ({ threshold }, { page, evidence }) =>
    below(evidence, "score", threshold) ??
    fires({ ...toPageInputs(page), score: evidence["score"] ?? null }),
});
