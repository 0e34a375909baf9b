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
  // Sessions in which nothing happened are never told to the server: then the browser alone remembers them.
  matches: (_config, { page, isFirstSession, evidence }) =>
    isFirstSession === false || (isFirstSession === true && countVisits(evidence) > 1)
      ? fires(toPageInputs(page))
      : filteredBy("first_session", isFirstSession, false),
});

const countVisits = (evidence: Readonly<Record<string, unknown>>): number => {
  const count = Object.hasOwn(evidence, "visit_number") ? evidence["visit_number"] : null;
  return typeof count === "number" ? count : 0;
};
