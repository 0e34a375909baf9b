import { defineTrigger } from "#core/engine";
import { matchesUrlPattern } from "#core/page";
import { z } from "zod";

/**
 * Fires when a page whose URL matches is viewed, single-page navigations included.
 *
 * Use it to offer help where people hesitate. `visible_seconds` counts only time in which the page is really seen.
 *
 * @example { "url_pattern": "/pricing", "visible_seconds": 15 }
 */
export const pageView = defineTrigger({
  type: "page_view",
  title: "Page view",
  description: "A page whose address matches is viewed.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({
    url_pattern: z.string().trim().min(1, "enter which pages, for example /pricing").max(500),
    visible_seconds: z
      .int("enter a whole number of seconds")
      .min(0)
      .max(600, "at most 600 seconds")
      .default(0),
  }),
  initialConfig: { url_pattern: "", visible_seconds: 0 },
  example: { url_pattern: "/pricing", visible_seconds: 15 },
  inputs: ["page_url", "page_title"],
  summary: ({ url_pattern, visible_seconds }) =>
    `When ${url_pattern} is viewed${visible_seconds > 0 ? ` for ${visible_seconds} seconds` : ""}`,
  armed: ({ url_pattern, visible_seconds }) => ({ url_pattern, visible_seconds }),
  isAbout: ({ url_pattern }, url) => matchesUrlPattern(url_pattern, url),
  matches: (_config, { page }) => ({
    match: "yes",
    inputs: { page_url: page.url, page_title: page.title },
  }),
});
