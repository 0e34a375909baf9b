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
 * Fires when the visitor opens the chat.
 *
 * Use it to greet and to ask before the first message. With a URL pattern only on the pages it matches.
 *
 * @example { "url_pattern": "/docs/**" }
 */
export const chatOpened = defineTrigger({
  type: "chat_opened",
  title: "Chat opened",
  description: "The visitor opens the chat.",
  on: "detection",
  config: z.strictObject({ url_pattern: urlPatternSchema }),
  initialConfig: { url_pattern: "" },
  example: { url_pattern: "/docs/**" },
  inputs: pageInputs,
  summary: ({ url_pattern }) => `When the chat is opened${onPages(url_pattern)}`,
  armed: ({ url_pattern }) => ({ url_pattern }),
  isAbout: fitsPattern,
  matches: (_config, { page }) => fires(toPageInputs(page)),
});
