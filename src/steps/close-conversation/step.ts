import { channels } from "#core/domain";
import { defineStep, end } from "#core/engine";
import { z } from "zod";

/**
 * Closes the conversation and ends the run, with every other run of that conversation not kept after close.
 *
 * Use it when nothing is left to do. A message from the contact within seven days opens the conversation again.
 * It has no paths.
 *
 * @example {}
 */
export const closeConversation = defineStep({
  type: "close_conversation",
  title: "Close conversation",
  description: "Closes the conversation and ends its runs.",
  config: z.strictObject({}),
  shape: z.unknown(),
  outputPaths: () => [],
  initialConfig: {},
  example: {},
  speaks: false,
  parks: () => "never",
  skipPath: "next",
  summary: () => "Close the conversation",
  causes: () =>
    channels.map((channel) => ({ type: "conversation_closed", by: "workflow", channel })),
  enter: () => end({ kind: "conversation_closed" }, { effects: [{ type: "close_conversation" }] }),
});
