import {
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
 * Fires on rapid clicks or taps on one spot of the page that does not answer: three within a second that nothing answers, or four of
 * which at most half are answered. Text that becomes selected takes six.
 *
 * Use it to offer help when something seems broken. An answer is whatever changes within 400 ms; fields, drawings, films and sliders are
 * left out. Put `data-switchboard-ignore` on what answers where the page cannot show it, such as a pad that plays a sound.
 *
 * @example { "url_contains": "/checkout" }
 */
export const rageClick = defineTrigger({
  type: "rage_click",
  title: "Rage click",
  description: "Rapid clicks on a spot that does not answer.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({ url_contains: urlContainsSchema }),
  initialConfig: { url_contains: "" },
  example: { url_contains: "/checkout" },
  inputs: pageInputs,
  summary: ({ url_contains }) => `When somebody clicks in vain${onPages(url_contains)}`,
  armed: ({ url_contains }) => ({ url_contains }),
  isAbout: containsPart,
  matches: (_config, { page }) => fires(toPageInputs(page)),
});
