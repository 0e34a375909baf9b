import { type Store, isDatabaseUnreachable } from "#server/store";

/** Knows whether the database answers, and tells those who show it when that changes. */
export interface DatabaseWatch {
  isReachable(): boolean;
  /** Hears of every failure; one that means the database is away makes it ask every second until it answers. */
  reportFailure(error: unknown): void;
  /** Asks the database now. */
  check(): Promise<boolean>;
  /** Calls `listener` at every change; returns the way to stop. */
  listen(listener: (isReachable: boolean) => void): () => void;
  stop(): void;
}

const PAUSE_MS = 1_000;

/** Makes the watch; it works only while the database is away. */
export function createDatabaseWatch(store: Store): DatabaseWatch {
  const listeners = new Set<(isReachable: boolean) => void>();
  let isReachable = true;
  let retry: NodeJS.Timeout | undefined;
  const change = (to: boolean) => {
    if (to === isReachable) return;
    isReachable = to;
    for (const listener of listeners) listener(to);
  };
  async function check(): Promise<boolean> {
    const answers = await store.query({ text: "select 1" }).then(
      () => true,
      () => false, // whatever the reason, it does not answer
    );
    change(answers);
    if (!answers) schedule();
    return answers;
  }
  function schedule(): void {
    if (retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      void check();
    }, PAUSE_MS);
    retry.unref();
  }
  return {
    isReachable: () => isReachable,
    reportFailure(error) {
      if (!isDatabaseUnreachable(error)) return;
      change(false);
      schedule();
    },
    check,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => clearTimeout(retry),
  };
}
