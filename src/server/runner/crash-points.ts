/** Moments at which a process may die; a test dies at each of them and starts again. */
export const crashPoints = [
  "before_lock",
  "after_lock",
  "after_load",
  "after_advance",
  "after_settle",
  "before_write",
  "before_commit",
  "after_commit",
  "before_acknowledge",
  "after_acknowledge",
  "after_announce",
  "before_timer_claim",
  "before_timer_commit",
  "after_timer_claim",
  "before_dispatch",
  "after_attempt_started",
  "during_call",
  "after_call",
  "before_call_commit",
  "after_call_commit",
] as const;
export type CrashPointName = (typeof crashPoints)[number];

/** Called at each crash point; does nothing outside of tests. */
export type CrashPoint = (name: CrashPointName) => void;
