import { channels } from "#core/domain";
import { defineTrigger } from "#core/engine";
import { z } from "zod";

const openings = { new: "opened", reopened: "reopened", both: "opened or reopened" } as const;

/**
 * Fires on the contact's first message in a new conversation, on any channel.
 *
 * Use it to answer, ask and route whoever writes. `opened` says whether a message that opens a closed conversation again counts:
 * `new` (only new ones), `reopened` (only those) or `both`. An empty list of channels means all of them.
 *
 * @example { "channels": ["widget"], "opened": "new" }
 */
export const conversationOpened = defineTrigger({
  type: "conversation_opened",
  title: "Conversation opened",
  description: "The contact writes the first message of a conversation.",
  on: "conversation_opened",
  config: z.strictObject({
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
    opened: z.enum(["new", "reopened", "both"]).default("new"),
  }),
  initialConfig: { channels: [], opened: "new" },
  example: { channels: ["widget"], opened: "new" },
  inputs: ["message", "channel"],
  summary: (config) =>
    `When a conversation is ${openings[config.opened]}${config.channels.length === 0 ? "" : ` by ${config.channels.join(", ")}`}`,
  matches: (config, { how, text, channel }) => {
    if (config.opened !== "both" && config.opened !== how)
      return {
        match: "filtered",
        evidence: { field: "opened", actual: how, expected: config.opened },
      };
    if (config.channels.length > 0 && !config.channels.includes(channel)) {
      return {
        match: "filtered",
        evidence: { field: "channel", actual: channel, expected: config.channels },
      };
    }
    return { match: "yes", inputs: { message: text, channel } };
  },
});
