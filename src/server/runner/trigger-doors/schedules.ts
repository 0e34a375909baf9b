import type { Moment } from "#core/domain";
import { loadConfigMark, loadNextFiring } from "#server/store";
import { type Background, repeat } from "../background.ts";
import type { Engine } from "../engine.ts";
import { fireSchedule } from "./fire-schedule.ts";
import { planSchedules } from "./plan-schedules.ts";

/** Fires Schedule triggers when their moment has come, each moment once whichever process finds it. */
export interface Schedules {
  now(): void;
  /** Looks once and resolves when all that is due has been fired. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const LONGEST_SLEEP_MS = 5_000; // what was published is found at least this often
const BUSY_PAUSE_MS = 50;
const PLAN_ANYWAY_EVERY = 60; // passes: a timezone may change without a publish

export function startSchedules(background: Background, engine: Engine): Schedules {
  const { store } = background;
  let mark = "";
  let passes = 0;

  async function pass(): Promise<number> {
    const { databaseNow } = await loadNextFiring(store);
    const now = background.now?.() ?? databaseNow;
    await plan(now);
    for (;;) {
      const { dueAt } = await loadNextFiring(store);
      if (dueAt === null || dueAt > now) return pauseUntil(dueAt, now);
      if (!background.hasRoom()) return BUSY_PAUSE_MS;
      const lanes = await store.transaction((session) => fireSchedule(session, engine, now));
      if (lanes === null) return BUSY_PAUSE_MS; // another process is firing it
      background.wake(lanes);
    }
  }
  async function plan(now: Moment): Promise<void> {
    const newest = await loadConfigMark(store);
    passes += 1;
    if (newest === mark && passes % PLAN_ANYWAY_EVERY !== 0) return;
    await planSchedules(store, engine, now);
    mark = newest;
  }
  const pauseUntil = (dueAt: Moment | null, now: Moment): number =>
    Math.min(LONGEST_SLEEP_MS, dueAt === null ? Infinity : dueAt - now);

  const loop = repeat(background, pass);
  void loop.now();
  return { now: () => void loop.now(), check: () => loop.now(), stop: () => loop.stop() };
}
