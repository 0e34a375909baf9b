import type { Clock } from "./clock.ts";
import { type VisitorSession, createVisitorSession } from "./session/visitor-session.ts";
import { type PageFacts, createPageFacts } from "./signals/page-facts.ts";
import { type Keep, createKeep } from "./storage/keep.ts";
import { type Request, createRequest } from "./transport/request.ts";
import { type Visits, createVisits } from "./transport/visits.ts";

/** This browser: what it remembers, who it is to the server, and how it talks to it. */
export interface Visitor {
  readonly apiUrl: string;
  readonly keep: Keep;
  /** Forgotten with the tab. */
  readonly tabKeep: Keep;
  readonly request: Request;
  readonly session: VisitorSession;
  readonly facts: PageFacts;
  readonly visits: Visits;
  /** Somebody may answer soon: the next pages of this session listen. */
  readonly expectMessages: () => void;
  readonly expectsMessages: () => boolean;
}

export const createVisitor = (
  key: string,
  baseUrl: string,
  page: Window,
  clock: Clock,
): Visitor => {
  const apiUrl = `${baseUrl}v1`;
  const keep = createKeep(`switchboard:${key}:`, () => page.localStorage);
  const tabKeep = createKeep(`switchboard:${key}:`, () => page.sessionStorage);
  const request = createRequest(apiUrl, clock, (...values) => page.fetch(...values));
  const session = createVisitorSession(keep, clock);
  const facts = createPageFacts(page);
  const visits = createVisits({ key, keep, request, session, page: facts });
  return {
    apiUrl,
    keep,
    tabKeep,
    request,
    session,
    facts,
    visits,
    expectMessages: () => keep.write("expects_in_session", session.touch()),
    expectsMessages: () =>
      keep.read("has_conversation") === true ||
      tabKeep.read("is_open") === true ||
      (visits.known() !== null && keep.read("expects_in_session") === session.current()),
  };
};
