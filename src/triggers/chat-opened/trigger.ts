import { defineTrigger } from "#core/engine";
import { matchesUrlPattern } from "#core/page";
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
  config: z.strictObject({ url_pattern: z.string().trim().max(500).default("") }),
  initialConfig: { url_pattern: "" },
  example: { url_pattern: "/docs/**" },
  inputs: ["page_url", "page_title"],
  summary: ({ url_pattern }) =>
    url_pattern === "" ? "When the chat is opened" : `When the chat is opened on ${url_pattern}`,
  armed: ({ url_pattern }) => ({ url_pattern }),
  isAbout: ({ url_pattern }, url) => url_pattern === "" || matchesUrlPattern(url_pattern, url),
  matches: (_config, { page }) => ({
    match: "yes",
    inputs: { page_url: page.url, page_title: page.title },
  }),
});
