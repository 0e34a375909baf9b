import {
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
 * Fires when the pointer leaves through the top of the page, as it does on the way to another tab.
 *
 * Use it for a last offer of help. Only where there is a pointer, so never on phones.
 *
 * @example { "url_pattern": "/cart" }
 */
export const mouseLeave = defineTrigger({
  type: "mouse_leave",
  title: "Mouse leave",
  description: "The pointer leaves through the top of the page.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({ url_pattern: urlPatternSchema }),
  initialConfig: { url_pattern: "" },
  example: { url_pattern: "/cart" },
  inputs: pageInputs,
  summary: ({ url_pattern }) => `When the pointer leaves the page${onPages(url_pattern)}`,
  armed: ({ url_pattern }) => ({ url_pattern }),
  isAbout: fitsPattern,
  matches: (_config, { page }) => fires(toPageInputs(page)),
});
