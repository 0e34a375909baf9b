import type { Moment } from "#core/domain";
import type { Logger } from "#server/platform";
import { type LaneName, type Store, isDatabaseUnreachable } from "#server/store";
import type { CrashPoint } from "./crash-points.ts";

/** What the loops beside the batches have in common. */
export interface Background {
  readonly store: Store;
  readonly log: Logger;
  readonly now: (() => Moment) | undefined;
  readonly crashPoint: CrashPoint;
  readonly wake: (lanes: readonly LaneName[]) => void;
  /** The database did not answer. */
  readonly suspect: () => void;
  readonly hasRoom: () => boolean;
}

/** Work that is done again and again, never twice at the same time. */
export interface Repeated {
  /** Does it now, or once more when it is being done. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

const PAUSE_AFTER_FAILURE_MS = 1_000;

/** Repeats `work`, which returns how many milliseconds it may rest. A failure is logged and tried again. */
export function repeat(background: Background, work: () => Promise<number>): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;

  async function run(): Promise<void> {
    let pause: number;
    do {
      isAskedAgain = false;
      pause = PAUSE_AFTER_FAILURE_MS;
      try {
        pause = await work();
      } catch (error) {
        if (isDatabaseUnreachable(error)) background.suspect();
        else background.log.error({ err: error }, "work in the background failed");
      }
    } while (isAskedAgain && !isStopped);
    if (!isStopped) timer = setTimeout(() => void now(), pause);
  }
  async function now(): Promise<void> {
    if (isStopped) return;
    clearTimeout(timer);
    isAskedAgain = running !== undefined;
    running ??= run().finally(() => (running = undefined));
    await running;
  }
  return {
    now,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
