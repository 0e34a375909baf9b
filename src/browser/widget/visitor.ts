import type { Clock } from "./clock.ts";
import { type VisitorSession, createVisitorSession } from "./session/visitor-session.ts";
import { type Keep, createKeep } from "./storage/keep.ts";

/** This browser: what it remembers. */
export interface Visitor {
  readonly keep: Keep;
  /** Forgotten with the tab. */
  readonly tabKeep: Keep;
  readonly session: VisitorSession;
  /** What is remembered may outlive the page from now on. */
  readonly release: () => void;
  /** Takes all of it away; nothing is remembered from then on. */
  readonly forget: () => void;
  /** Somebody may answer soon: the next pages of this session listen. */
  readonly expectMessages: () => void;
  readonly expectsMessages: () => boolean;
}

export const createVisitor = (key: string, page: Window, clock: Clock): Visitor => {
  const prefix = `switchboard:${key}:`;
  const keep = createKeep(prefix, () => page.localStorage, true);
  const tabKeep = createKeep(prefix, () => page.sessionStorage, true);
  const session = createVisitorSession(keep, clock);
  return {
    keep,
    tabKeep,
    session,
    release: () => {
      session.join(keep.stored("session"));
      keep.release();
      tabKeep.release();
    },
    forget: () => {
      keep.clear();
      tabKeep.clear();
    },
    expectMessages: () => keep.write("expects_in_session", session.touch()),
    expectsMessages: () =>
      keep.read("has_conversation") === true ||
      tabKeep.read("is_open") === true ||
      (keep.read("visit") !== null && keep.read("expects_in_session") === session.current()),
  };
};
