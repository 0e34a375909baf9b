import type { Clock } from "./clock.ts";
import type { VisitorSession } from "./session/visitor-session.ts";
import type { Keep } from "./storage/keep.ts";
import type { Request } from "./transport/request.ts";
import type { Visits } from "./transport/visits.ts";

/** What the loader lends to the transport. */
export interface TransportPort {
  /** The workspace's public key. */
  readonly key: string;
  /** Ends with a slash-less `/v1`. */
  readonly apiUrl: string;
  readonly page: Window;
  /** A language tag that the page has chosen; empty leaves it to page and browser. */
  readonly language: string;
  readonly clock: Clock;
  readonly keep: Keep;
  readonly session: VisitorSession;
  /** Something was reported: an answer may follow. */
  readonly onReported: () => void;
  /** This browser speaks for another contact from now on. */
  readonly onAnotherContact: () => void;
}

/** Everything that talks to the server, in a file of its own since most pages have nothing to say. */
export interface Transport {
  readonly request: Request;
  readonly visits: Visits;
  /** Sends what is kept so far, detections and calls, also those of an earlier page. */
  readonly sendKept: () => void;
  /** Sends the calls kept and answers with the outcome of one. @throws when the server refuses it or it cannot be understood. */
  readonly finishCall: (id: string) => Promise<unknown>;
  /** Makes the token of a forgotten visit worthless; `visit` is what was kept under that name. */
  readonly signOut: (visit: unknown) => void;
}
