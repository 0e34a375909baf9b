import {
  below,
  defineTrigger,
  fires,
  fitsPattern,
  onPages,
  pageInputs,
  toPageInputs,
  urlPatternSchema,
} from "#core/engine";
import { z } from "zod";

/**
 * Fires when the page is scrolled past a depth, in percent of what there is to scroll.
 *
 * Use it for readers who went far. A page that cannot be scrolled has no depth. The page reports how far it was as `reached`.
 *
 * @example { "depth": 75, "url_pattern": "/blog/**" }
 */
export const scroll = defineTrigger({
  type: "scroll",
  title: "Scroll",
  description: "The page is scrolled past a depth.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    depth: z
      .int("enter a whole percentage")
      .min(0, "at least 0 %")
      .max(100, "at most 100 %")
      .default(50),
    url_pattern: urlPatternSchema,
  }),
  initialConfig: { depth: 50, url_pattern: "" },
  example: { depth: 75, url_pattern: "/blog/**" },
  inputs: [...pageInputs, "reached"],
  summary: ({ depth, url_pattern }) =>
    `When the page is scrolled past ${depth} %${onPages(url_pattern)}`,
  armed: ({ depth, url_pattern }) => ({ depth, url_pattern }),
  isAbout: fitsPattern,
  matches: ({ depth }, { page, evidence }) =>
    below(evidence, "reached", depth) ??
    fires({ ...toPageInputs(page), reached: evidence["reached"] ?? null }),
});
