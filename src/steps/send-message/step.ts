import { firstVariant, limits, localizedOptionSchema } from "#core/domain";
import {
  defineStep,
  labelOptions,
  leave,
  localizedReads,
  localizedTemplateSchema,
} from "#core/engine";
import { z } from "zod";

/**
 * Sends the contact a text, with variables, Markdown and up to ten quick replies.
 *
 * Use it to greet, to inform, or to offer ways on that nobody has to take; to wait for what the contact says, use Ask Question.
 *
 * Paths
 * - `next`: the message is sent.
 *
 * @example { "text": "Hello {{ contact.first_name | default: \"there\" }}!", "quick_replies": [{ "id": "track", "label": "Track my order" }] }
 */
export const sendMessage = defineStep({
  type: "send_message",
  title: "Send message",
  description: "Sends the contact a text with variables and quick replies.",
  config: z.strictObject({
    text: localizedTemplateSchema("write the message"),
    quick_replies: z
      .array(localizedOptionSchema)
      .max(limits.quickReplies, `a message has at most ${limits.quickReplies} quick replies`)
      .refine(
        (replies) => new Set(replies.map(({ id }) => id)).size === replies.length,
        "two quick replies have the same id",
      )
      .default([]),
  }),
  shape: z.unknown(),
  outputPaths: () => [{ id: "next", title: "Next", isRequired: false }],
  initialConfig: { text: "", quick_replies: [] },
  example: {
    text: 'Hello {{ contact.first_name | default: "there" }}!',
    quick_replies: [{ id: "track", label: "Track my order" }],
  },
  speaks: true,
  parks: () => "never",
  skipPath: "next",
  summary: (config) => firstVariant(config.text),
  reads: (config) => localizedReads(config.text),
  texts: ({ text, quick_replies }) => [
    { text, path: ["text"] },
    ...quick_replies.map(({ label }, index) => ({
      text: label,
      path: ["quick_replies", index, "label"],
    })),
  ],
  enter: (config, context) =>
    leave("next", {
      effects: [
        {
          type: "send_message",
          text: context.say(config.text, "markdown"),
          quickReplies: labelOptions(config.quick_replies, {
            language: context.language,
            workspaceLanguage: context.workspace.language,
          }),
        },
      ],
    }),
});
