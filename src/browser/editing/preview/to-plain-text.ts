import type { SaySlot } from "./examples.ts";

const slots = /\{\{[^{}]*\}\}/g;

/** Writes a message as channels without Markdown do: marks left out, a link with its address, variables as examples. */
export const toPlainText = (text: string, say: SaySlot): string =>
  text
    .replace(/\[([^\]]+)\]\(((?:\{\{[^{}]*\}\}|[^)\s])+)\)/g, "$1 ($2)")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/(^|\s)[*_]([^*_\s][^*_]*)[*_](?=\s|[.,!?]|$)/g, "$1$2")
    .replace(slots, (slot) => say(slot) ?? `[${slot.slice(2, -2).trim()}]`);
