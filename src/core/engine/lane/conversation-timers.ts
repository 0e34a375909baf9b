/** Names of timers that belong to a conversation, not to a run. */
export const conversationTimers = {
  snooze: "snooze",
  fallback: "fallback",
  /** Followed by the workflow that waits for the silence. */
  silence: "silence:",
} as const;
