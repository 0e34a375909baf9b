import type { Clock } from "../clock.ts";
import { fieldsOf } from "../storage/fields-of.ts";
import type { Keep } from "../storage/keep.ts";

/** A visitor session ends after this long without activity in any tab (SPEC 1). */
const sessionTimeoutMs = 30 * 60_000;

interface StoredSession {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly last_activity_at: number;
  readonly began_at: number;
  /** Counts the sessions of this browser, the first is 1. */
  readonly visit_number: number;
  /** Nobody has been told of its beginning yet. */
  readonly is_new: boolean;
}

/** The current visitor session, shared by all tabs of the browser. */
export interface VisitorSession {
  /** Counts as activity; gives the session's id, a new one when the last activity is too old. */
  readonly touch: () => string;
  /** The session's id as `touch` gave it last, in any tab; empty before the first. No activity. */
  readonly current: () => string;
  /** Gives the running session another id: somebody else has this one. */
  readonly rename: () => string;
  /** Goes on with what another tab has stored meanwhile, if that session runs. */
  readonly join: (stored: unknown) => void;
  /** Milliseconds since the session began. */
  readonly age: () => number;
  /**
   * Which visit of this browser the session is, once per session over all tabs: whichever asks first is told. Null for all others, and as
   * long as nothing is remembered beyond the page: then every page would be a first visit.
   */
  readonly takeBeginning: () => number | null;
}

export const createVisitorSession = (
  keep: Keep,
  clock: Pick<Clock, "now" | "newId">,
): VisitorSession => {
  const read = (): StoredSession | null => readSession(keep.read("session"));
  const write = (session: StoredSession): void => keep.write("session", session);
  // A clock that was set back must not keep a session alive for years, hence the absolute value.
  const isRunning = (session: StoredSession): boolean =>
    Math.abs(clock.now() - session.last_activity_at) < sessionTimeoutMs;
  return {
    touch: () => {
      const now = clock.now();
      const stored = read();
      const session =
        stored !== null && isRunning(stored)
          ? stored
          : {
              id: clock.newId(),
              began_at: now,
              visit_number: (stored?.visit_number ?? 0) + 1,
              is_new: true,
            };
      write({ ...session, last_activity_at: now });
      return session.id;
    },
    rename: () => {
      const stored = read();
      if (stored === null) return "";
      const id = clock.newId();
      write({ ...stored, id });
      return id;
    },
    join: (stored) => {
      const theirs = readSession(stored);
      if (theirs !== null && isRunning(theirs)) write(theirs);
    },
    current: () => read()?.id ?? "",
    age: () => {
      const now = clock.now();
      return Math.max(0, now - (read()?.began_at ?? now));
    },
    takeBeginning: () => {
      const stored = read();
      if (stored?.is_new !== true || !keep.lasts("session")) return null;
      write({ ...stored, is_new: false });
      return stored.visit_number;
    },
  };
};

const readSession = (value: unknown): StoredSession | null => {
  const { id, last_activity_at, began_at, visit_number, is_new }: Stored = fieldsOf(value);
  if (typeof id !== "string" || typeof last_activity_at !== "number") return null;
  return {
    id,
    last_activity_at,
    // Kept by an older widget, it says less.
    began_at: typeof began_at === "number" ? began_at : last_activity_at,
    visit_number: typeof visit_number === "number" ? visit_number : 1,
    is_new: is_new === true,
  };
};

/** What storage gives back under the names of a session. */
type Stored = { readonly [Name in keyof StoredSession]?: unknown };
