/** A page's clock that moves only by hand. Ids count up; dice always fall on one half. */
export interface VirtualClock {
  readonly now: () => number;
  readonly steady: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  readonly random: () => number;
  readonly newId: () => string;
  /** Moves on, ringing what falls due, and lets promises settle in between. */
  readonly advance: (ms: number) => Promise<void>;
  /** Lets promises settle without moving. */
  readonly settle: () => Promise<void>;
}

export const virtualClock = (startAt = Date.parse("2026-03-02T09:00:00Z")): VirtualClock => {
  const timers = new Map<number, { readonly at: number; readonly act: () => void }>();
  let time = 0;
  let timerCount = 0;
  let idCount = 0;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  return {
    now: () => startAt + time,
    steady: () => time,
    after: (ms, act) => {
      timerCount += 1;
      const key = timerCount;
      timers.set(key, { at: time + ms, act });
      return () => timers.delete(key);
    },
    random: () => 0.5,
    newId: () => {
      idCount += 1;
      return `00000000-0000-4000-8000-${String(idCount).padStart(12, "0")}`;
    },
    advance: async (ms) => {
      const end = time + ms;
      for (;;) {
        await settle();
        const [next] = [...timers]
          .filter(([, timer]) => timer.at <= end)
          .sort(([a, x], [b, y]) => x.at - y.at || a - b);
        if (next === undefined) break;
        timers.delete(next[0]);
        time = Math.max(time, next[1].at);
        next[1].act();
      }
      time = end;
      await settle();
    },
    settle,
  };
};
