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
 * Fires when fields of a form are entered and abandoned again and again without a submit.
 *
 * Use it to help with a form before it is given up. What was typed never leaves the page.
 *
 * @example { "url_contains": "/signup" }
 */
export const formFrustration = defineTrigger({
  type: "form_frustration",
  title: "Form frustration",
  description: "Form fields are entered and abandoned again and again.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({ url_contains: urlContainsSchema }),
  initialConfig: { url_contains: "" },
  example: { url_contains: "/signup" },
  inputs: pageInputs,
  summary: ({ url_contains }) => `When somebody struggles with a form${onPages(url_contains)}`,
  armed: ({ url_contains }) => ({ url_contains }),
  isAbout: containsPart,
  matches: (_config, { page }) => fires(toPageInputs(page)),
});
