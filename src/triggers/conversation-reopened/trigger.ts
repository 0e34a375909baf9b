import { channels } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

/**
 * Fires when a closed conversation is opened again, by whomever.
 *
 * Use it to bring back who knows the case. An empty list of channels means all of them.
 *
 * @example { "channels": [] }
 */
export const conversationReopened = defineTrigger({
  type: "conversation_reopened",
  title: "Conversation reopened",
  description: "A closed conversation is opened again.",
  on: "conversation_reopened",
  config: z.strictObject({
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
  }),
  initialConfig: { channels: [] },
  example: { channels: [] },
  inputs: ["reopened_by", "channel"],
  summary: () => "When a conversation is reopened",
  matches: (config, { by, channel }) =>
    config.channels.length > 0 && !config.channels.includes(channel)
      ? filteredBy("channel", channel, config.channels)
      : fires({ reopened_by: by, channel }),
});
