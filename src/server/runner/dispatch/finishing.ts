import type { Moment, Problem } from "#core/domain";
import {
  type CallFinish,
  finishCalls,
  isContention,
  isDatabaseUnreachable,
  loadNextCall,
} from "#server/store";
import type { Background } from "../background.ts";

/** Records what attempts came to: while some are being committed others gather, and the next commit takes them all. */
export interface Finishing {
  /** Resolves when it is committed, or when this process gives up and leaves the call to its lease. */
  finish(one: CallFinish): Promise<void>;
}

const PAUSE_MS = 250;
const MOST_AT_ONCE = 256;

interface Waiting {
  one: CallFinish;
  readonly resolve: () => void;
}

export function createFinishing(background: Background, isStopped: () => boolean): Finishing {
  const { store, log, crashPoint } = background;
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function write(finishes: readonly CallFinish[]): Promise<void> {
    const { databaseNow } = await loadNextCall(store);
    const now: Moment = background.now?.() ?? databaseNow;
    const lanes = await store.transaction(async (session) => {
      const told = await finishCalls(session, finishes, now);
      crashPoint("before_call_commit");
      return told;
    });
    crashPoint("after_call_commit");
    background.wake(lanes);
  }
  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        await write(batch.map(({ one }) => one));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        await recover(batch, error);
      }
    }
  }
  /** What the database could not take now is kept and tried again; what it refuses is told apart from the rest. */
  async function recover(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (isStopped()) return giveUp(batch);
    if (isDatabaseUnreachable(error) || isContention(error)) {
      if (isDatabaseUnreachable(error)) background.suspect();
      waiting.unshift(...batch);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return;
    }
    log.error({ err: error, calls: batch.length }, "outcomes of calls could not be stored");
    for (const one of batch) await writeAlone(one);
  }
  async function writeAlone(item: Waiting): Promise<void> {
    try {
      await write([item.one]);
    } catch (error) {
      log.error(
        { err: error, callId: item.one.callId },
        "the outcome of a call could not be stored",
      );
      await write([withoutOutput(item.one)]).catch((cause: unknown) =>
        log.error({ err: cause, callId: item.one.callId }, "a call is left to its lease"),
      );
    }
    item.resolve();
  }
  function giveUp(batch: readonly Waiting[]): void {
    for (const { resolve } of batch) resolve();
  }
  return {
    finish: (one) =>
      new Promise((resolve) => {
        waiting.push({ one, resolve });
        running ??= writeAll().finally(() => (running = undefined));
      }),
  };
}

const notStorable: Problem = {
  code: "outcome_not_stored",
  message: "The call was made, but what it came to could not be stored",
};

/** What was done must not look undone because its answer cannot be written. */
function withoutOutput(one: CallFinish): CallFinish {
  if (one.event === null) return one;
  const outcome = { kind: "unknown", problem: notStorable } as const;
  const body =
    one.event.body.type === "call_finished" ? { ...one.event.body, outcome } : one.event.body;
  return {
    ...one,
    state: "unknown",
    outcome,
    problem: notStorable,
    givesBackAmount: false,
    event: { ...one.event, body },
  };
}
