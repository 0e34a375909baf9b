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
 * Fires when the visitor session has seen at least so many distinct pages.
 *
 * Use it for visitors who look around. The page reports how many it was as `page_count`.
 *
 * @example { "pages": 5, "url_contains": "" }
 */
export const pagesBrowsed = defineTrigger({
  type: "pages_browsed",
  title: "Pages browsed",
  description: "The session has seen a number of distinct pages.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    pages: z
      .int("enter a whole number of pages")
      .min(2, "at least 2 pages")
      .max(100, "at most 100 pages")
      .default(3),
    url_contains: urlContainsSchema,
  }),
  initialConfig: { pages: 3, url_contains: "" },
  example: { pages: 5, url_contains: "" },
  inputs: [...pageInputs, "page_count"],
  summary: ({ pages, url_contains }) => `When ${pages} pages were seen${onPages(url_contains)}`,
  armed: ({ pages, url_contains }) => ({ pages, url_contains }),
  isAbout: containsPart,
  matches: ({ pages }, { page, evidence }) =>
    below(evidence, "page_count", pages) ??
    fires({ ...toPageInputs(page), page_count: evidence["page_count"] ?? null }),
});
