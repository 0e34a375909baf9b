import { aiAgentIdSchema, attachmentSchema, limits, localizedOptionSchema } from "#core/domain";
import { localizedTemplateSchema, templateSchema } from "#core/engine";
import { z } from "zod";

/** What both kinds of message may carry. */
const carried = {
  quick_replies: z
    .array(localizedOptionSchema)
    .max(limits.quickReplies, `a message has at most ${limits.quickReplies} quick replies`)
    .refine(
      (replies) => new Set(replies.map(({ id }) => id)).size === replies.length,
      "two quick replies have the same id",
    )
    .default([]),
  attachments: z
    .array(attachmentSchema)
    .max(limits.attachments, `a message has at most ${limits.attachments} attachments`)
    .default([]),
  /** On channels that can fail: waits until the message is on its way, and has a path for when it is not. */
  delivery_failed: z.boolean().default(false),
};

const modes = ["static", "ai"] as const;

/** Settings that belong to one kind of message: a draft keeps the other's while somebody tries both. */
const ownSettings = {
  static: ["text"],
  ai: ["prompt", "ai_agent_id", "may_quote_knowledge", "fallback_text"],
} as const satisfies Record<(typeof modes)[number], readonly string[]>;

const asSettings = z.record(z.string(), z.unknown());

/** Configs from before there were two kinds are static. */
const withMode = (config: unknown): unknown => {
  const settings = asSettings.safeParse(config);
  if (!settings.success) return config;
  const { mode = "static", ...others } = settings.data;
  const foreign: readonly string[] = ownSettings[mode === "ai" ? "static" : "ai"];
  const own = Object.entries(others).filter(([name]) => !foreign.includes(name));
  return { ...Object.fromEntries(own), mode };
};

export const configSchema = z.preprocess(
  withMode,
  z.discriminatedUnion(
    "mode",
    [
      z.strictObject({
        mode: z.literal("static"),
        text: localizedTemplateSchema("write the message"),
        ...carried,
      }),
      z.strictObject({
        mode: z.literal("ai"),
        prompt: templateSchema("write what the message should say"),
        /** Whose voice and knowledge; null for none in particular. */
        ai_agent_id: aiAgentIdSchema.nullable().default(null),
        may_quote_knowledge: z.boolean().default(false),
        fallback_text: localizedTemplateSchema("write what is sent when no model answers"),
        ...carried,
      }),
    ],
    "choose a text or a message written by AI",
  ),
);
export type Config = z.infer<typeof configSchema>;
