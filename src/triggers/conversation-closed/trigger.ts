import { channels } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

const closers = ["contact", "member", "workflow", "api"] as const;

/**
 * Fires when a conversation is closed.
 *
 * Use it for surveys and for what follows a solved request. An empty list under `by` means whoever closed it, an empty list of
 * channels all of them.
 *
 * @example { "by": ["member", "workflow"], "channels": [] }
 */
export const conversationClosed = defineTrigger({
  type: "conversation_closed",
  title: "Conversation closed",
  description: "A conversation is closed.",
  on: "conversation_closed",
  config: z.strictObject({
    by: z.array(z.enum(closers)).max(closers.length).default([]),
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
  }),
  initialConfig: { by: [], channels: [] },
  example: { by: ["member", "workflow"], channels: [] },
  inputs: ["closed_by", "channel"],
  summary: ({ by }) =>
    `When a conversation is closed${by.length === 0 ? "" : ` by a ${by.join(" or ")}`}`,
  matches: (config, { by, channel }) => {
    if (config.by.length > 0 && !config.by.some((each) => each === by))
      return filteredBy("closed_by", by, config.by);
    if (config.channels.length > 0 && !config.channels.includes(channel))
      return filteredBy("channel", channel, config.channels);
    return fires({ closed_by: by, channel });
  },
});
