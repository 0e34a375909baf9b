/** Names of timers that belong to a conversation, not to a run. */
export const conversationTimers = {
  snooze: "snooze",
  fallback: "fallback",
  /** A member is writing; no run speaks until it is due. */
  typing: "typing",
  /** Followed by the workflow that waits for the silence. */
  silence: "silence:",
} as const;
