import type { CallState } from "#server/store";

/** Every change of a call's state that may happen, drawn in README.md; nothing else is ever written. */
export const callTransitions: readonly {
  readonly from: CallState;
  readonly to: CallState;
  readonly when: string;
}[] = [
  { from: "pending", to: "started", when: "an attempt is claimed" },
  { from: "started", to: "done", when: "it was done" },
  {
    from: "started",
    to: "failed",
    when: "refused for good, over a limit, too late, or never done in all attempts",
  },
  {
    from: "started",
    to: "unknown",
    when: "it may have been done and must not or need not be tried again",
  },
  { from: "started", to: "pending", when: "not done, or safe to repeat, and attempts are left" },
  { from: "unknown", to: "pending", when: "a person said yes to making it again" },
];
