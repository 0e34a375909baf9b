/** Tells the time. Passed in wherever time matters, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** Reads this machine's clock. The runner reads the database's clock instead, once per batch. */
export const systemClock: Clock = { now: () => new Date() };
