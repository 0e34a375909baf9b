import { firstVariant, type Json, minute, second, type StepEvent } from "#core/domain";
import {
  defineStep,
  labelOptions,
  leave,
  localizedReads,
  type StepContext,
  type StepEffect,
  type StepResult,
  templateReads,
  waitFor,
} from "#core/engine";
import { z } from "zod";
import { type Config, configSchema } from "./config.ts";

type AiConfig = Extract<Config, { mode: "ai" }>;

/** SPEC 3: a model has 20 s, a channel 60 s. */
const modelSeconds = 20;
const deliveryLasts = minute;

/**
 * Sends the contact a text, with variables, Markdown, up to ten quick replies and files by address, or one that a model writes.
 *
 * Use it to greet, to inform, or to offer ways on that nobody has to take; to wait for what the contact says, use Ask Question.
 * A message written by AI is labelled as such. When no model is configured, or it fails, abstains or takes longer than 20 seconds, the
 * fallback text is sent instead. The run waits for it, so the message after it never arrives before it.
 *
 * Paths
 * - `next`: the message is sent.
 * - `delivery_failed` (optional): a channel other than the widget did not take the message; it has 60 seconds.
 *
 * @example { "text": "Hello {{ contact.first_name | default: \"there\" }}!", "quick_replies": [{ "id": "track", "label": "Track my order" }] }
 */
export const sendMessage = defineStep({
  type: "send_message",
  title: "Send message",
  description: "Sends the contact a text, or one that a model writes, with quick replies.",
  config: configSchema,
  shape: z.object({ delivery_failed: z.boolean().catch(false) }).catch({ delivery_failed: false }),
  outputPaths: (shape) => [
    { id: "next", title: "Next", isRequired: false },
    ...(shape.delivery_failed
      ? [{ id: "delivery_failed", title: "Delivery failed", isRequired: false }]
      : []),
  ],
  initialConfig: { text: "", quick_replies: [] },
  example: {
    text: 'Hello {{ contact.first_name | default: "there" }}!',
    quick_replies: [{ id: "track", label: "Track my order" }],
  },
  speaks: true,
  parks: (config) => (config.mode === "ai" ? "always" : config.delivery_failed ? "maybe" : "never"),
  skipPath: "next",
  summary: (config) => (config.mode === "ai" ? `AI: ${config.prompt}` : firstVariant(config.text)),
  texts: (config) => [
    config.mode === "ai"
      ? { text: config.fallback_text, path: ["fallback_text"] }
      : { text: config.text, path: ["text"] },
    ...config.quick_replies.map(({ label }, index) => ({
      text: label,
      path: ["quick_replies", index, "label"],
    })),
  ],
  variablePlaces: ["text", "prompt", "fallback_text"].map((name) => ({
    path: [name],
    holds: "template",
  })),
  reads: (config) =>
    config.mode === "ai"
      ? [...templateReads(config.prompt), ...localizedReads(config.fallback_text)]
      : localizedReads(config.text),
  references: (config) =>
    config.mode === "ai" && config.ai_agent_id !== null
      ? [{ kind: "ai_agent", id: config.ai_agent_id, path: ["ai_agent_id"] }]
      : [],
  enter: (config, context) =>
    config.mode === "ai"
      ? askModel(config, context)
      : send(config, context, { text: context.say(config.text, "markdown") }),
  resume: (config, context, event, state) =>
    config.mode === "ai" && isWriting(state)
      ? writeWith(config, context, event, state)
      : settleDelivery(event, state),
});

const askModel = (config: AiConfig, context: StepContext): StepResult => {
  const { ai_agent_id: aiAgentId } = config;
  const isKnown = context.workspace.aiAgents.some(({ id }) => id === aiAgentId);
  if (aiAgentId !== null && !isKnown) return fallBack(config, context, "ai_agent_gone");
  return keepWriting(context.now + modelSeconds * second, [
    {
      type: "call",
      request: {
        kind: "model",
        purpose: "message",
        aiAgentId,
        prompt: context.render(config.prompt, "plain"),
        mayQuoteKnowledge: config.may_quote_knowledge,
        language: context.language,
      },
      // Writing a text a second time does no harm.
      isRepeatable: true,
      timeoutSeconds: modelSeconds,
    },
  ]);
};

const writeWith = (
  config: AiConfig,
  context: StepContext,
  event: StepEvent,
  { dueAt }: Writing,
): StepResult => {
  if (event.type === "timer") return fallBack(config, context, "too_late");
  if (event.type !== "call") return keepWriting(dueAt);
  const { outcome } = event;
  if (outcome.kind !== "done") return fallBack(config, context, outcome.problem.code);
  const written = writtenSchema.safeParse(outcome.output);
  if (!written.success) return fallBack(config, context, "no_text");
  const writtenBy = { aiAgentId: config.ai_agent_id };
  return send(config, context, { text: written.data.text, writtenBy });
};

const fallBack = (config: AiConfig, context: StepContext, reason: string): StepResult => {
  const sent = send(config, context, { text: context.say(config.fallback_text, "markdown") });
  return { ...sent, evidence: [{ fallback: reason }] };
};

const send = (
  config: Config,
  { conversation, language, workspace, now }: StepContext,
  said: Pick<Extract<StepEffect, { type: "send_message" }>, "text" | "writtenBy">,
): StepResult => {
  const quickReplies = labelOptions(config.quick_replies, {
    language,
    workspaceLanguage: workspace.language,
  });
  const effects: StepEffect[] = [
    {
      type: "send_message",
      ...said,
      quickReplies,
      ...(config.attachments.length === 0 ? {} : { attachments: config.attachments }),
    },
  ];
  // Widget delivery never fails; a run without a conversation gets one there.
  const canFail = conversation !== null && conversation.channel !== "widget";
  return config.delivery_failed && canFail
    ? keepDelivering(now + deliveryLasts, effects)
    : leave("next", { effects });
};

const settleDelivery = (event: StepEvent, state: Json): StepResult => {
  if (event.type === "timer")
    return leave("next", { evidence: [{ delivery: "not known in time" }] });
  if (event.type !== "delivery") {
    const delivering = deliveringSchema.safeParse(state);
    return delivering.success ? keepDelivering(delivering.data.dueAt) : leave("next");
  }
  return event.delivery === "failed"
    ? leave("delivery_failed", { evidence: [{ delivery: "failed" }] })
    : leave("next");
};

/** What a model that is done says. */
const writtenSchema = z.object({ text: z.string().trim().min(1) });

const writingSchema = z.object({ phase: z.literal("writing"), dueAt: z.number() });
const deliveringSchema = z.object({ phase: z.literal("delivering"), dueAt: z.number() });
type Writing = z.infer<typeof writingSchema>;

const isWriting = (state: Json): state is Writing => writingSchema.safeParse(state).success;

const keepWriting = (dueAt: number, effects: readonly StepEffect[] = []): StepResult =>
  waitFor(
    { for: "ai_agent", timers: [{ name: "model", dueAt }] },
    { phase: "writing", dueAt },
    { effects },
  );

const keepDelivering = (dueAt: number, effects: readonly StepEffect[] = []): StepResult =>
  waitFor(
    { for: "delivery", timers: [{ name: "delivery", dueAt }] },
    { phase: "delivering", dueAt },
    { effects },
  );
