import type { VisitorSession } from "../session/visitor-session.ts";
import { type DescribedPage, describePage } from "../signals/page-facts.ts";
import { fieldsOf } from "../storage/fields-of.ts";
import type { Keep } from "../storage/keep.ts";
import type { BrowserFacts } from "./browser-facts.ts";
import type { Request } from "./request.ts";

/** What the server takes as the age of a session. */
const longestAgoMs = 86_400_000;

/** A browser the server knows, in the session it stands in. */
interface Visit {
  readonly token: string;
  readonly sessionId: string;
}

/** The outcome of asking for a visit: `refused` means that this widget may not talk to the server at all. */
type VisitOutcome =
  | { readonly kind: "known"; readonly visit: Visit }
  | { readonly kind: "refused" }
  | { readonly kind: "later"; readonly retryAfterMs: number };

export interface Visits {
  /** Tells the server about this browser and session where it does not know them yet. One call at a time. */
  readonly ensure: () => Promise<VisitOutcome>;
  /** The next `ensure` asks anew: after a sleep what was asked before it may never be answered. */
  readonly restart: () => void;
  /** What the server already knows, without asking; of an earlier session perhaps. */
  readonly known: () => Visit | null;
  /** The server speaks with this browser under another token from now on. */
  readonly replaceToken: (token: string) => void;
  /** The server did not recognise the token: the next `ensure` starts as an unknown browser. */
  readonly forget: () => void;
}

export interface VisitsPorts {
  readonly key: string;
  readonly keep: Keep;
  readonly request: Request;
  readonly session: VisitorSession;
  readonly page: DescribedPage;
  readonly browser: BrowserFacts;
}

export const createVisits = ({
  key,
  keep,
  request,
  session,
  page,
  browser,
}: VisitsPorts): Visits => {
  let asking: Promise<VisitOutcome> | null = null;

  const known = (): Visit | null => readVisit(keep.read("visit"));
  const forget = (): void => keep.write("visit", null);

  /** A visit that is told again, by whatever tab and from whatever page, must say the same: kept from the first time. */
  const bodyOf = (sessionId: string): unknown => {
    const told = fieldsOf(keep.read("told"));
    if (told["visitor_session_id"] === sessionId) return told;
    const body = {
      key,
      visitor_session_id: sessionId,
      page: describePage(page),
      device: browser.device(),
      language: browser.language(),
      arrived_ms_ago: Math.min(Math.ceil(session.age()), longestAgoMs),
    };
    keep.write("told", body);
    return body;
  };

  const ask = async (sessionId: string, isRenamed = false): Promise<VisitOutcome> => {
    const token = known()?.token;
    const body = bodyOf(sessionId);
    const answer = await request(
      "POST",
      "/visits",
      token === undefined ? { body } : { body, token },
    );
    if (answer.kind === "refused" && answer.status === 401 && token !== undefined) {
      forget();
      return ask(sessionId, isRenamed);
    }
    // The session is that of a browser whose token is gone, or of a contact that has signed out since.
    if (answer.kind === "refused" && answer.status === 409 && !isRenamed)
      return ask(session.rename(), true);
    if (answer.kind !== "done") return answer;
    const visit = readVisit(answer.body);
    if (visit === null) return { kind: "refused" };
    keep.write("visit", { visitor_token: visit.token, visitor_session_id: sessionId });
    return { kind: "known", visit: { token: visit.token, sessionId } };
  };

  return {
    known,
    forget,
    replaceToken: (visitor_token) => {
      const visitor_session_id = known()?.sessionId;
      if (visitor_session_id !== undefined)
        keep.write("visit", { visitor_token, visitor_session_id });
    },
    restart: () => {
      asking = null;
    },
    ensure: async () => {
      const sessionId = session.touch();
      const visit = known();
      if (visit?.sessionId === sessionId) return { kind: "known", visit };
      if (asking !== null) return asking;
      const own = ask(sessionId).finally(() => {
        if (asking === own) asking = null;
      });
      asking = own;
      return own;
    },
  };
};

const readVisit = (value: unknown): Visit | null => {
  const { visitor_token, visitor_session_id } = fieldsOf(value);
  return typeof visitor_token === "string" && typeof visitor_session_id === "string"
    ? { token: visitor_token, sessionId: visitor_session_id }
    : null;
};
