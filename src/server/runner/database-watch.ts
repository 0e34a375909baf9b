import type { Logger } from "#server/platform";
import type { Store } from "#server/store";

/** Knows whether the database answers, and finds out when it does again. */
export interface DatabaseWatch {
  isReachable(): boolean;
  /** A query found it gone: from now on asks again and again until it answers. */
  suspect(): void;
  stop(): void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export function watchDatabase(
  store: Store,
  log: Logger,
  onChange: (isReachable: boolean) => void,
): DatabaseWatch {
  let isReachable = true;
  let timer: NodeJS.Timeout | undefined;

  async function ask(pause: number): Promise<void> {
    try {
      await store.query({ text: "select 1" });
      isReachable = true;
      log.info("the database answers again");
      onChange(true);
    } catch {
      timer = setTimeout(() => void ask(Math.min(pause * 2, LONGEST_PAUSE_MS)), pause);
    }
  }
  return {
    isReachable: () => isReachable,
    suspect() {
      if (!isReachable) return;
      isReachable = false;
      log.error("the database cannot be reached; nothing is acknowledged until it answers");
      onChange(false);
      timer = setTimeout(() => void ask(FIRST_PAUSE_MS), FIRST_PAUSE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
