import { channels } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

/**
 * Fires when the contact writes in an open conversation and no run is waiting for it.
 *
 * Use it to react to what is written later on. The first message of a conversation is “Conversation opened” only. An empty list of
 * channels means all of them.
 *
 * @example { "channels": ["widget"] }
 */
export const messageReceived = defineTrigger({
  type: "message_received",
  title: "Message received",
  description: "The contact writes and no workflow is waiting for it.",
  on: "message_received",
  config: z.strictObject({
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
  }),
  initialConfig: { channels: [] },
  example: { channels: ["widget"] },
  inputs: ["message", "channel"],
  summary: (config) =>
    `When a message comes${config.channels.length === 0 ? "" : ` by ${config.channels.join(", ")}`}`,
  matches: (config, { text, channel }) =>
    config.channels.length > 0 && !config.channels.includes(channel)
      ? filteredBy("channel", channel, config.channels)
      : fires({ message: text, channel }),
});
