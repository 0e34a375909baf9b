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
  readonly clock: Clock;
  readonly keep: Keep;
  readonly session: VisitorSession;
  /** Something was reported: an answer may follow. */
  readonly onReported: () => void;
}

/** Everything that talks to the server, in a file of its own since most pages have nothing to say. */
export interface Transport {
  readonly request: Request;
  readonly visits: Visits;
  /** Sends the detections kept so far, also those of an earlier page. */
  readonly sendDetections: () => void;
}
