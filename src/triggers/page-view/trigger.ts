import { defineTrigger, fires, fitsPattern, pageInputs, toPageInputs } from "#core/engine";
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
  inputs: pageInputs,
  summary: ({ url_pattern, visible_seconds }) =>
    `When ${url_pattern} is viewed${visible_seconds > 0 ? ` for ${visible_seconds} seconds` : ""}`,
  armed: ({ url_pattern, visible_seconds }) => ({ url_pattern, visible_seconds }),
  isAbout: fitsPattern,
  matches: (_config, { page }) => fires(toPageInputs(page)),
});
