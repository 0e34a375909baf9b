import type { Moment } from "#core/domain";
import { type Accept, createAccept } from "#server/accept";
import { type Announcement, type Logger, OutsideError } from "#server/platform";
import { type Store, isContention, isDatabaseUnreachable } from "#server/store";
import { type CleanUp, startCleanUp } from "./clean-up/clean-up.ts";
import type { CrashPoint } from "./crash-points.ts";
import { type Actors, notConnected } from "./dispatch/actors.ts";
import { type Dispatch, startDispatch } from "./dispatch/start-dispatch.ts";
import { type DatabaseWatch, watchDatabase } from "./database-watch.ts";
import type { Engine } from "./engine.ts";
import { type AttemptMode, type GatheredLane, createGathering } from "./gathering.ts";
import { type BatchResult, type BatchTools, processBatch } from "./process-batch.ts";
import { type Sweep, startSweep } from "./sweep.ts";
import { type TimerLoop, startTimers } from "./timers.ts";
import { type Schedules, startSchedules } from "./trigger-doors/schedules.ts";
import { createWorkflowCache } from "./workflow-cache.ts";

export type RunnerState = "ok" | "database_unreachable" | "stopping";

/** The durable loop: takes events in, handles them in batches that form by themselves, commits, then acknowledges. */
export interface Runner {
  readonly accept: Accept;
  state(): RunnerState;
  /** Calls `listener` whenever the state changes; returns the way to stop it. */
  onStateChange(listener: (state: RunnerState) => void): () => void;
  /** Looks for due timers now instead of when the database's clock says so: for tests that move the clock. */
  checkTimers(): Promise<void>;
  /** Looks for workflows that the calendar starts now: for tests that move the clock. Resolves when they are fired. */
  checkSchedules(): Promise<void>;
  /** Deletes what is too old now: for tests that move the clock. */
  checkCleanUp(): Promise<void>;
  /** Looks for due calls now: for tests that move the clock. Resolves when they are started. */
  checkCalls(): Promise<void>;
  /** Refuses new events, finishes those at hand and resolves, within 10 s. */
  stop(): Promise<void>;
}

export interface RunnerOptions {
  readonly store: Store;
  readonly engine: Engine;
  readonly announce: (announcements: readonly Announcement[]) => void;
  readonly log: Logger;
  /** Who acts on other machines; without it nothing is connected. */
  readonly actors?: Actors;
  readonly crashPoint?: CrashPoint;
  /** A test's clock; without it the database's clock is read once per batch. */
  readonly now?: () => Moment;
}

// Two: while one waits for PostgreSQL the other computes. More would only make batches smaller.
const BATCHES_AT_ONCE = 2;
const CONTENTION_TRIES = 3;
const HELD_LANE_PAUSE_MS = 20;
const LONGEST_STOP_MS = 9_000;

/** Starts the loop at once. */
export function startRunner(options: RunnerOptions): Runner {
  const { store, engine, log } = options;
  const crashPoint: CrashPoint = options.crashPoint ?? (() => undefined);
  const gathering = createGathering();
  const tools: BatchTools = {
    store,
    engine,
    cache: createWorkflowCache(engine, (versionId) =>
      log.error({ versionId }, "this build cannot read a published version"),
    ),
    crashPoint,
    now: options.now,
    onFailure: (lane, error) => log.error({ err: error, ...lane }, "handling a lane failed"),
  };
  let batchesRunning = 0;
  let isPumpDue = false;
  let isStopping = false;
  const listeners = new Set<(state: RunnerState) => void>();
  const tell = () => {
    for (const listener of listeners) listener(state());
  };
  const watch: DatabaseWatch = watchDatabase(store, log, (isReachable) => {
    tell();
    if (!isReachable) return refuseGathered();
    sweep.now();
    timers.now();
    schedules.now();
    dispatch.now();
    pump();
  });
  const state = (): RunnerState =>
    isStopping ? "stopping" : watch.isReachable() ? "ok" : "database_unreachable";

  /** Takes what has gathered as soon as this turn of the event loop is over, so that what came together goes together. */
  function pump(): void {
    if (isPumpDue) return;
    isPumpDue = true;
    setImmediate(() => {
      isPumpDue = false;
      while (batchesRunning < BATCHES_AT_ONCE && watch.isReachable()) {
        const lanes = gathering.take(BATCHES_AT_ONCE - batchesRunning);
        if (lanes.length === 0) return;
        batchesRunning += 1;
        void runLanes(lanes).finally(() => {
          batchesRunning -= 1;
          gathering.release(lanes);
          pump();
        });
      }
    });
  }

  async function runLanes(lanes: readonly GatheredLane[]): Promise<void> {
    let result: BatchResult;
    try {
      result = await tryWithContention(lanes);
    } catch (error) {
      return giveUp(lanes, error);
    }
    finish(result);
  }

  function giveUp(lanes: readonly GatheredLane[], error: unknown): void {
    if (isDatabaseUnreachable(error)) {
      rejectAll(lanes, error);
      watch.suspect();
    } else if (isContention(error)) {
      log.warn({ err: error }, "a batch gave way to others again and again");
      rejectAll(lanes, busy(error));
    } else isolate(lanes, error);
  }

  async function tryWithContention(lanes: readonly GatheredLane[]): Promise<BatchResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await processBatch(lanes, tools);
      } catch (error) {
        if (!isContention(error) || attempt === CONTENTION_TRIES) throw error;
        log.debug({ err: error }, "a batch gave way to another and is tried again");
      }
    }
  }

  function finish(result: BatchResult): void {
    crashPoint("before_acknowledge");
    for (const { arrival, answer } of result.answers)
      if (answer instanceof Error) arrival.reject(answer);
      else arrival.resolve(answer);
    crashPoint("after_acknowledge");
    options.announce(result.announcements);
    crashPoint("after_announce");
    for (const { lane, mode } of result.wake) gathering.wake(lane, mode);
    if (result.heldElsewhere.length > 0) setTimeout(wakeHeld, HELD_LANE_PAUSE_MS, result);
    if (result.earliestTimer !== null) timers.expect(result.earliestTimer);
    if (result.hasCalls) dispatch.now();
  }

  function wakeHeld({ heldElsewhere }: BatchResult): void {
    for (const lane of heldElsewhere) gathering.wake(lane);
    pump();
  }

  /** Something in these lanes cannot be written: finds out which lane, then which event, and sets that one aside. */
  function isolate(lanes: readonly GatheredLane[], error: unknown): void {
    const [only, ...others] = lanes;
    if (only === undefined) return;
    log.error({ err: error, lanes: lanes.length, mode: only.mode }, "a batch failed");
    if (others.length === 0 && only.mode === "set_aside") return rejectAll(lanes, error);
    const mode: AttemptMode = others.length === 0 && only.mode === "alone" ? "set_aside" : "alone";
    for (const lane of lanes) gathering.putBack(lane, mode);
  }

  function refuseGathered(): void {
    for (const arrival of gathering.abandon()) arrival.reject(unreachable());
  }

  const wake = (lanes: readonly GatheredLane["lane"][]) => {
    for (const lane of lanes) gathering.wake(lane);
    pump();
  };
  const background = {
    store,
    log,
    now: options.now,
    crashPoint,
    wake,
    suspect: () => watch.suspect(),
    hasRoom: () => gathering.size < 2_048, // what waits in the tables need not wait in memory too
  };
  const timers: TimerLoop = startTimers(background);
  const sweep: Sweep = startSweep(background);
  const schedules: Schedules = startSchedules(background, engine);
  const cleanUp: CleanUp = startCleanUp(background);
  const dispatch: Dispatch = startDispatch({
    ...background,
    actors: options.actors ?? notConnected,
  });

  return {
    accept: createAccept(
      (event) =>
        new Promise((resolve, reject) => {
          if (isStopping) return reject(stopping());
          if (!watch.isReachable()) return reject(unreachable());
          gathering.add({ event, resolve, reject });
          pump();
        }),
    ),
    state,
    onStateChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    checkTimers: () => timers.check(),
    checkSchedules: () => schedules.check(),
    checkCleanUp: () => cleanUp.check(),
    checkCalls: () => dispatch.check(),
    async stop() {
      isStopping = true;
      tell();
      const until = performance.now() + LONGEST_STOP_MS;
      await Promise.all([
        timers.stop(),
        sweep.stop(),
        schedules.stop(),
        cleanUp.stop(),
        dispatch.stop(LONGEST_STOP_MS - 2_000),
      ]);
      while (
        (batchesRunning > 0 || gathering.size > 0) &&
        performance.now() < until &&
        watch.isReachable()
      )
        await new Promise((resolve) => setTimeout(resolve, 10));
      for (const arrival of gathering.abandon()) arrival.reject(stopping());
      watch.stop();
    },
  };
}

function rejectAll(lanes: readonly GatheredLane[], error: unknown): void {
  for (const { arrivals } of lanes) for (const arrival of arrivals) arrival.reject(error);
}

const unreachable = () =>
  new OutsideError("database_unreachable", "The database cannot be reached", {
    isRetryable: true,
    outcome: "not_done",
  });
const stopping = () =>
  new OutsideError("stopping", "This server is about to stop", {
    isRetryable: true,
    outcome: "not_done",
  });
const busy = (cause: unknown) =>
  new OutsideError("database_busy", "The database is too busy", {
    isRetryable: true,
    outcome: "not_done",
    cause,
  });
