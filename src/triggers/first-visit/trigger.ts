import {
  defineTrigger,
  filteredBy,
  fires,
  fitsPattern,
  onPages,
  pageInputs,
  toPageInputs,
  urlPatternSchema,
} from "#core/engine";
import { z } from "zod";

/**
 * Fires when a contact’s first visitor session begins.
 *
 * Use it to welcome somebody who has never been here. With a URL pattern only when the session begins on a page it matches.
 *
 * @example { "url_pattern": "/**" }
 */
export const firstVisit = defineTrigger({
  type: "first_visit",
  title: "First visit",
  description: "A contact’s first visitor session begins.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({ url_pattern: urlPatternSchema }),
  initialConfig: { url_pattern: "" },
  example: { url_pattern: "/**" },
  inputs: pageInputs,
  summary: ({ url_pattern }) => `When somebody visits for the first time${onPages(url_pattern)}`,
  armed: ({ url_pattern }) => ({ url_pattern }),
  isAbout: fitsPattern,
  matches: (_config, { page, isFirstSession }) =>
    isFirstSession === true
      ? fires(toPageInputs(page))
      : filteredBy("first_session", isFirstSession, true),
});
