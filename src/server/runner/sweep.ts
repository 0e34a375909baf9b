import { toEventId } from "#core/domain";
import { newSeed, newUuid } from "#server/platform";
import { findPendingLanes, findWaitedFor, loadNextDue, offerPlaces } from "#server/store";
import { type Background, repeat } from "./background.ts";

/** The safety net: finds events nobody is handling and waits nobody was offered a place for, whoever left them. */
export interface Sweep {
  now(): void;
  stop(): Promise<void>;
}

const PAUSE_MS = 1_000;
const LANES_PER_SWEEP = 1_024;
const OFFERS_EVERY = 30; // sweeps: each may ask in vain

export function startSweep(background: Background): Sweep {
  const { store } = background;
  let count = 0;
  async function sweep(): Promise<number> {
    if (background.hasRoom()) background.wake(await findPendingLanes(store, LANES_PER_SWEEP));
    if (count % OFFERS_EVERY === 0) background.wake(await offerAgain());
    count += 1;
    return PAUSE_MS;
  }
  async function offerAgain() {
    const places = await findWaitedFor(store);
    if (places.length === 0) return [];
    return await store.transaction(async (session) => {
      const { databaseNow } = await loadNextDue(session);
      const ids = places.map(() => ({ eventId: toEventId(newUuid()), seed: newSeed() }));
      return await offerPlaces(session, places, ids, background.now?.() ?? databaseNow);
    });
  }
  const loop = repeat(background, sweep);
  void loop.now();
  return { now: () => void loop.now(), stop: () => loop.stop() };
}
