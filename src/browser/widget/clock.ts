/** Time and dice, passed in so that tests move them by hand. */
export interface Clock {
  /** Milliseconds since 1970; jumps when the computer's clock is set. */
  readonly now: () => number;
  /** Milliseconds on a clock that never runs backwards. */
  readonly steady: () => number;
  /** Runs `act` later; the answer cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** At least 0, below 1. */
  readonly random: () => number;
  readonly newId: () => string;
}
