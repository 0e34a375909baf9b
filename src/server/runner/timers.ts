import { type Moment, minute } from "#core/domain";
import { type ClaimedTimer, claimTimers, loadNextDue } from "#server/store";
import { type Background, repeat } from "./background.ts";

/** Sleeps until the next timer is due and turns due ones into events, in batches. */
export interface TimerLoop {
  /** A timer was set for this moment: sleeps no longer than that. */
  expect(dueAt: Moment): void;
  now(): void;
  /** Looks once and resolves when all that is due has been claimed. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const TIMERS_PER_CLAIM = 512;
const LONGEST_SLEEP_MS = 10_000; // other processes' timers are found at least this often
const FULL_PAUSE_MS = 50;
const OVERDUE = minute;

export function startTimers(background: Background): TimerLoop {
  const { store, log, crashPoint } = background;
  let wakesAt: Moment = 0;
  let clockDifference = 0; // of the database's clock to this process's, which never jumps

  async function claimAll(): Promise<number> {
    for (;;) {
      const { dueAt, databaseNow } = await loadNextDue(store);
      const now = background.now?.() ?? databaseNow;
      clockDifference = now - performance.now();
      if (dueAt === null || dueAt > now) return sleepUntil(dueAt, now);
      if (!background.hasRoom()) return FULL_PAUSE_MS;
      crashPoint("before_timer_claim");
      const claimed = await store.transaction(async (session) => {
        const timers = await claimTimers(session, now, TIMERS_PER_CLAIM);
        crashPoint("before_timer_commit");
        return timers;
      });
      crashPoint("after_timer_claim");
      if (claimed.length === 0) return FULL_PAUSE_MS; // another process is claiming them
      reportOverdue(claimed, now);
      background.wake(claimed);
    }
  }
  function sleepUntil(dueAt: Moment | null, now: Moment): number {
    const pause = Math.min(LONGEST_SLEEP_MS, dueAt === null ? Infinity : dueAt - now);
    wakesAt = now + pause;
    return pause;
  }
  function reportOverdue(claimed: readonly ClaimedTimer[], now: Moment): void {
    const overdue = claimed.filter(({ dueAt }) => dueAt < now - OVERDUE);
    const [oldest] = overdue;
    if (oldest === undefined) return;
    const seconds = Math.round((now - oldest.dueAt) / 1_000);
    log.warn({ waits: overdue.length, oldestSeconds: seconds }, "waits ended late");
  }
  const loop = repeat(background, claimAll);
  void loop.now();
  return {
    expect(dueAt) {
      if (dueAt >= wakesAt) return;
      wakesAt = dueAt;
      setTimeout(
        () => void loop.now(),
        Math.max(0, dueAt - (performance.now() + clockDifference)),
      ).unref();
    },
    now: () => void loop.now(),
    check: () => loop.now(),
    stop: () => loop.stop(),
  };
}
