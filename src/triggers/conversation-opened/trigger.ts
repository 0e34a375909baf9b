import { channels } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

const openings = { new: "opened", reopened: "reopened", both: "opened or reopened" } as const;

/**
 * Fires on the contact's first message in a new conversation, on any channel.
 *
 * Use it to answer, ask and route whoever writes. `opened` says whether a message that opens a closed conversation again counts:
 * `new` (only new ones), `reopened` (only those) or `both`. With `also_by_others` a conversation that a member or the API opened
 * counts too. An empty list of channels means all of them.
 *
 * @example { "channels": ["widget"], "opened": "new", "also_by_others": false }
 */
export const conversationOpened = defineTrigger({
  type: "conversation_opened",
  title: "Conversation opened",
  description: "The contact writes the first message of a conversation.",
  on: "conversation_opened",
  config: z.strictObject({
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
    opened: z.enum(["new", "reopened", "both"]).default("new"),
    also_by_others: z.boolean().default(false),
  }),
  initialConfig: { channels: [], opened: "new", also_by_others: false },
  example: { channels: ["widget"], opened: "new", also_by_others: false },
  inputs: ["message", "channel"],
  summary: (config) =>
    `When a conversation is ${openings[config.opened]}${config.channels.length === 0 ? "" : ` by ${config.channels.join(", ")}`}`,
  matches: (config, { how, by, text, channel }) => {
    if (config.opened !== "both" && config.opened !== how)
      return filteredBy("opened", how, config.opened);
    if (config.channels.length > 0 && !config.channels.includes(channel))
      return filteredBy("channel", channel, config.channels);
    if (by !== "contact" && !config.also_by_others) return filteredBy("opened_by", by, "contact");
    return fires({ message: text, channel });
  },
});
