import { type Moment, day, hour } from "#core/domain";
import {
  type Session,
  deleteOldCalls,
  deleteOldDecisions,
  deleteOldGreetings,
  deleteOldSources,
  deleteUnsentAttachments,
  loadNextDue,
} from "#server/store";
import { type Background, repeat } from "../background.ts";

/** Deletes what is kept for a while only. */
export interface CleanUp {
  /** Looks once and resolves when nothing that old is left. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

type Delete = (session: Session, before: Date, limit: number) => Promise<number>;

/** How long each kind is kept. Keys of doors and calls outlive what may ask for them again. */
const kept: readonly { readonly for: number; readonly delete: Delete }[] = [
  { for: day, delete: deleteUnsentAttachments },
  { for: 30 * day, delete: deleteOldDecisions },
  { for: 30 * day, delete: deleteOldGreetings },
  { for: 35 * day, delete: deleteOldSources },
  { for: 35 * day, delete: deleteOldCalls },
];
const ROWS_AT_ONCE = 500; // short locks: messages come in meanwhile
const BATCHES_AT_ONCE = 200; // the rest goes with the next pass
const REST = 12 * hour;
const SHORT_REST = hour / 60;

export function startCleanUp(background: Background): CleanUp {
  const { store } = background;
  let isStopping = false;

  async function pass(): Promise<number> {
    const { databaseNow } = await loadNextDue(store);
    const now = background.now?.() ?? databaseNow;
    let isFinished = true;
    for (const kind of kept) isFinished = (await deleteAll(kind, now)) && isFinished;
    return isFinished ? REST : SHORT_REST;
  }
  async function deleteAll(kind: (typeof kept)[number], now: Moment): Promise<boolean> {
    const before = new Date(now - kind.for);
    for (let batch = 0; batch < BATCHES_AT_ONCE && !isStopping; batch += 1) {
      const deleted = await store.transaction((session) =>
        kind.delete(session, before, ROWS_AT_ONCE),
      );
      if (deleted < ROWS_AT_ONCE) return true;
    }
    return false;
  }
  const loop = repeat(background, pass);
  void loop.now();
  return {
    check: () => loop.now(),
    async stop() {
      isStopping = true;
      await loop.stop();
    },
  };
}
