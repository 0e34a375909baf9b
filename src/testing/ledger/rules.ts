import type { ConditionGroup, JsonObject } from "#core/domain";
import { hour } from "#core/domain";

/** The day of the script, in UTC. */
export const dayBegins = Date.UTC(2026, 2, 2, 8);

/** What the oracle knows of a contact when a condition is asked. */
interface Asked {
  readonly tags: readonly string[];
  readonly message: string;
}

/** One workflow as the oracle reads it; its graph is made from the same lines. */
export interface Rule {
  readonly name: string;
  readonly trigger: string;
  readonly config: JsonObject;
  /** Asks a question and waits half an hour for the answer, says one thing, or does its work in silence. */
  readonly does: "asks" | "says" | "works";
  readonly every: "time" | "session" | "contact" | "day";
  readonly activeFrom?: number;
  readonly activeUntil?: number;
  readonly when?: {
    readonly group: ConditionGroup;
    readonly holds: (asked: Asked) => boolean;
    /** The fields that the record of a refusal names. */
    readonly fields: string;
  };
}

const contains = (value: string) =>
  ({ field: "trigger.message", operator: "contains", value }) as const;

/** Twelve workflows, the highest priority first. */
export const rules: readonly Rule[] = [
  {
    name: "VIP hello",
    trigger: "conversation_opened",
    config: { opened: "both" },
    does: "says",
    every: "time",
    when: {
      group: {
        match: "all",
        conditions: [{ field: "contact.tags", operator: "has_any_of", value: ["vip"] }],
      },
      holds: ({ tags }) => tags.includes("vip"),
      fields: "contact.tags",
    },
  },
  {
    name: "Campaign",
    trigger: "conversation_opened",
    config: { opened: "both" },
    does: "asks",
    every: "contact",
    activeFrom: dayBegins + 2 * hour,
    activeUntil: dayBegins + 6 * hour,
  },
  {
    name: "Mail only",
    trigger: "conversation_opened",
    config: { channels: ["email"] },
    does: "says",
    every: "time",
  },
  {
    name: "Welcome",
    trigger: "conversation_opened",
    config: { opened: "both" },
    does: "asks",
    every: "session",
  },
  {
    name: "Pricing",
    trigger: "page_view",
    config: { url_pattern: "/pricing" },
    does: "asks",
    every: "session",
  },
  {
    name: "Any page",
    trigger: "page_view",
    config: { url_pattern: "/**" },
    does: "says",
    every: "time",
  },
  {
    name: "Count visits",
    trigger: "page_view",
    config: { url_pattern: "/**" },
    does: "works",
    every: "day",
  },
  { name: "Chat", trigger: "chat_opened", config: {}, does: "says", every: "session" },
  { name: "Again", trigger: "message_received", config: {}, does: "says", every: "time" },
  {
    name: "Refunds",
    trigger: "message_received",
    config: {},
    does: "works",
    every: "time",
    when: {
      group: { match: "any", conditions: [contains("refund"), contains("broken")] },
      holds: ({ message }) => /refund|broken/.test(message),
      fields: "trigger.message, trigger.message",
    },
  },
  {
    name: "Returns",
    trigger: "manual",
    config: { inputs: [{ name: "order_id", type: "string", is_required: true }] },
    does: "asks",
    every: "time",
  },
  {
    name: "Goodbye",
    trigger: "conversation_closed",
    config: { by: ["member"] },
    does: "works",
    every: "session",
  },
];
