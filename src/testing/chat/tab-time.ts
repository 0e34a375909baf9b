/** The time of one visitor, moved by hand; each tab has its own timers in it, which stand still while the tab is frozen. */
export interface VisitorTime {
  readonly now: () => number;
  readonly newTab: (random: () => number) => TabTime;
  /** Moves on, ringing what falls due in tabs that are awake; `settle` lets everything under way come to its end in between. */
  readonly advance: (ms: number, settle: () => Promise<void>) => Promise<void>;
}

interface TabTime {
  readonly clock: {
    readonly now: () => number;
    readonly steady: () => number;
    readonly after: (ms: number, act: () => void) => () => void;
    readonly random: () => number;
    readonly newId: () => string;
  };
  readonly freeze: (isFrozen: boolean) => void;
  readonly end: () => void;
}

interface Timer {
  readonly at: number;
  readonly act: () => void;
  readonly isFrozen: () => boolean;
}

export const createVisitorTime = (startAt = Date.now()): VisitorTime => {
  const timers = new Map<number, Timer>();
  let passed = 0;
  let count = 0;
  const next = (until: number): [number, Timer] | undefined =>
    [...timers]
      .filter(([, timer]) => timer.at <= until && !timer.isFrozen())
      .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  return {
    now: () => startAt + passed,
    newTab: (random) => {
      let isFrozen = false;
      const own = new Set<number>();
      return {
        clock: {
          now: () => startAt + passed,
          steady: () => passed,
          after: (ms, act) => {
            count += 1;
            const key = count;
            own.add(key);
            timers.set(key, { at: passed + ms, act, isFrozen: () => isFrozen });
            return () => timers.delete(key);
          },
          random,
          newId: () => crypto.randomUUID(),
        },
        freeze: (frozen) => {
          isFrozen = frozen;
        },
        end: () => own.forEach((key) => timers.delete(key)),
      };
    },
    advance: async (ms, settle) => {
      const end = passed + ms;
      await settle();
      for (let due = next(end); due !== undefined; due = next(end)) {
        timers.delete(due[0]);
        passed = Math.max(passed, due[1].at);
        due[1].act();
        await settle();
      }
      passed = end;
    },
  };
};
