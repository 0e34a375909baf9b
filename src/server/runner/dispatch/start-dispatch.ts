import type { Moment, Problem } from "#core/domain";
import { newUuid } from "#server/platform";
import {
  type CallFinish,
  type ClaimedCall,
  claimCalls,
  finishCalls,
  loadNextCall,
  lockLapsedCalls,
} from "#server/store";
import { type Background, repeat } from "../background.ts";
import type { Actors } from "./actors.ts";
import { enforceLimits } from "./enforce-limits.ts";
import { createFinishing } from "./finishing.ts";
import { deadlineOf, judgeAnswer } from "./judge-answer.ts";
import { makeAttempt } from "./make-attempt.ts";
import { toFinish } from "./to-finish.ts";

/** Makes the calls of the outbox: claims, commits that an attempt has started, calls, records what it came to. */
export interface Dispatch {
  /** Calls may be due. */
  now(): void;
  /** Looks once; resolves when everything due has been started, not when it is answered. */
  check(): Promise<void>;
  /** Starts nothing more and waits for what is on its way, for so long; the rest is left to its lease. */
  stop(patienceMs: number): Promise<void>;
}

export interface DispatchOptions extends Background {
  readonly actors: Actors;
}

const CALLS_AT_ONCE = 64; // of this process
const CALLS_PER_INTEGRATION = 8; // of one workspace, over all processes
const GRACE_SECONDS = 10; // after its timeout a call still has this long to be recorded
const LAPSED_AT_ONCE = 256;
const LONGEST_PAUSE_MS = 1_000; // calls that other processes left are found at least this often
const SHORTEST_PAUSE_MS = 5;

/**
 * Crash stories: before the claim is committed nothing was sent; after it the call is “started” and no other process sends it
 * until its lease is over, then a call that may be repeated is tried again and any other is unknown for ever. No lock and no
 * transaction is held while another machine answers. An answer that comes after the lease changes nothing.
 */
export function startDispatch(options: DispatchOptions): Dispatch {
  const { store, log, crashPoint, actors } = options;
  const claimedBy = newUuid();
  const onTheirWay = new Set<Promise<void>>();
  let isStopped = false;
  const finishing = createFinishing(options, () => isStopped);

  async function work(): Promise<number> {
    const { dueAt, leaseEndsAt, databaseNow } = await loadNextCall(store);
    const now = options.now?.() ?? databaseNow;
    if (leaseEndsAt !== null && leaseEndsAt < now) await takeBackLapsed(now);
    if (isStopped || dueAt === null) return LONGEST_PAUSE_MS;
    if (dueAt > now) return Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, dueAt - now));
    const capacity = CALLS_AT_ONCE - onTheirWay.size;
    if (capacity <= 0) return LONGEST_PAUSE_MS; // the next answer wakes us
    crashPoint("before_dispatch");
    const claimed = await claim(now, capacity);
    if (claimed === 0) return LONGEST_PAUSE_MS; // nothing has room: the next answer wakes us
    return SHORTEST_PAUSE_MS;
  }

  async function claim(now: Moment, capacity: number): Promise<number> {
    const claimedAt = performance.now();
    const { calls, refused, lanes } = await store.transaction(async (session) => {
      const claimed = await claimCalls(session, {
        now,
        capacity,
        perIntegration: CALLS_PER_INTEGRATION,
        graceSeconds: GRACE_SECONDS,
        claimedBy,
      });
      const late = new Map(
        claimed.filter((call) => deadlineOf(call) <= now).map((call) => [call, tooLate]),
      );
      const inTime = claimed.filter((call) => !late.has(call));
      const turnedDown = new Map([...late, ...(await enforceLimits(session, inTime))]);
      const finishes = [...turnedDown].map(([call, problem]) => refuse(call, problem));
      return {
        calls: claimed.filter((call) => !turnedDown.has(call)),
        refused: finishes.length,
        lanes: finishes.length === 0 ? [] : await finishCalls(session, finishes, now),
      };
    });
    options.wake(lanes);
    if (calls.length > 0) crashPoint("after_attempt_started");
    for (const call of calls) start(call, now, claimedAt);
    return calls.length + refused;
  }

  function start(call: ClaimedCall, now: Moment, claimedAt: number): void {
    const attempt = makeAttempt(call, { actors, log, now, claimedAt })
      .then(async ({ answer, isIntegrationWell, wasMade }) => {
        crashPoint("after_call");
        const later = now + Math.round(performance.now() - claimedAt);
        const verdict = judgeAnswer(call, answer, later);
        await finishing.finish(toFinish(call, verdict, { isIntegrationWell, wasMade }));
      })
      .catch((error: unknown) => log.error({ err: error }, "recording a call failed"))
      .finally(() => {
        onTheirWay.delete(attempt);
        void loop.now();
      });
    onTheirWay.add(attempt);
  }

  /** Gives up attempts that nobody has answered for in time: their process died, or was stopped for too long. */
  async function takeBackLapsed(now: Moment): Promise<void> {
    const lanes = await store.transaction(async (session) => {
      const lapsed = await lockLapsedCalls(session, now, LAPSED_AT_ONCE);
      if (lapsed.length === 0) return [];
      log.warn({ calls: lapsed.length }, "calls were left by a process that is gone");
      const finishes = lapsed.map((call) =>
        toFinish(call, judgeAnswer(call, { kind: "unknown", problem: lost }, now), {
          isIntegrationWell: null,
          wasMade: false,
        }),
      );
      return await finishCalls(session, finishes, now);
    });
    options.wake(lanes);
  }

  const loop = repeat(options, work);
  void loop.now();
  return {
    now: () => void loop.now(),
    check: () => loop.now(),
    async stop(patienceMs) {
      isStopped = true;
      await loop.stop();
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
      await Promise.race([Promise.all(onTheirWay), patience]);
      clearTimeout(timer);
    },
  };
}

const refuse = (call: ClaimedCall, problem: Problem): CallFinish =>
  toFinish(
    call,
    { kind: "over", outcome: { kind: "failed", problem } },
    { isIntegrationWell: null, wasMade: false },
  );

const tooLate: Problem = {
  code: "too_late",
  message: "Its time was over before the call could be made",
};
const lost: Problem = {
  code: "process_lost",
  message: "Switchboard was interrupted while the call was on its way",
};
