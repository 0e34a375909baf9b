import type { Clock } from "../clock.ts";
import type { Keep } from "../storage/keep.ts";

/** A visitor session ends after this long without activity in any tab (SPEC 1). */
const sessionTimeoutMs = 30 * 60_000;

interface StoredSession {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly last_activity_at: number;
}

/** The current visitor session, shared by all tabs of the browser. */
export interface VisitorSession {
  /** Counts as activity; gives the session's id, a new one when the last activity is too old. */
  readonly touch: () => string;
}

export const createVisitorSession = (
  keep: Keep,
  clock: Pick<Clock, "now" | "newId">,
): VisitorSession => ({
  touch: () => {
    const now = clock.now();
    const stored = readSession(keep.read("session"));
    // A clock that was set back must not keep a session alive for years, hence the absolute value.
    const isRunning = stored !== null && Math.abs(now - stored.last_activity_at) < sessionTimeoutMs;
    const id = isRunning ? stored.id : clock.newId();
    keep.write("session", { id, last_activity_at: now } satisfies StoredSession);
    return id;
  },
});

const readSession = (value: unknown): StoredSession | null => {
  if (
    typeof value !== "object" ||
    value === null ||
    !("id" in value) ||
    !("last_activity_at" in value)
  )
    return null;
  const { id, last_activity_at } = value;
  return typeof id === "string" && typeof last_activity_at === "number"
    ? { id, last_activity_at }
    : null;
};
