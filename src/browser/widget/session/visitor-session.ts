import type { Clock } from "../clock.ts";
import type { Keep } from "../storage/keep.ts";

/** A visitor session ends after this long without activity in any tab (SPEC 1). */
const sessionTimeoutMs = 30 * 60_000;

interface StoredSession {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly last_activity_at: number;
  readonly began_at: number;
}

/** The current visitor session, shared by all tabs of the browser. */
export interface VisitorSession {
  /** Counts as activity; gives the session's id, a new one when the last activity is too old. */
  readonly touch: () => string;
  /** The session's id as `touch` gave it last, in any tab; empty before the first. No activity. */
  readonly current: () => string;
  /** Milliseconds since the session began. */
  readonly age: () => number;
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
    const { id, began_at } = isRunning ? stored : { id: clock.newId(), began_at: now };
    keep.write("session", { id, last_activity_at: now, began_at } satisfies StoredSession);
    return id;
  },
  current: () => readSession(keep.read("session"))?.id ?? "",
  age: () => {
    const now = clock.now();
    return Math.max(0, now - (readSession(keep.read("session"))?.began_at ?? now));
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
  if (typeof id !== "string" || typeof last_activity_at !== "number") return null;
  // Kept by an older widget, it says only when it was last active.
  const began = "began_at" in value ? value.began_at : null;
  return { id, last_activity_at, began_at: typeof began === "number" ? began : last_activity_at };
};
