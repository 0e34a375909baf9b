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
 * Fires when a visitor who has been here before begins a new session.
 *
 * Use it to pick up where somebody left off. With a URL pattern only when the session begins on a page it matches.
 *
 * @example { "url_pattern": "/pricing" }
 */
export const returnVisit = defineTrigger({
  type: "return_visit",
  title: "Return visit",
  description: "A known visitor begins a new session.",
  on: "detection",
  isProactive: true,
  config: z.strictObject({ url_pattern: urlPatternSchema }),
  initialConfig: { url_pattern: "" },
  example: { url_pattern: "/pricing" },
  inputs: pageInputs,
  summary: ({ url_pattern }) => `When a visitor comes back${onPages(url_pattern)}`,
  armed: ({ url_pattern }) => ({ url_pattern }),
  isAbout: fitsPattern,
  matches: (_config, { page, isFirstSession }) =>
    isFirstSession === false
      ? fires(toPageInputs(page))
      : filteredBy("first_session", isFirstSession, false),
});
