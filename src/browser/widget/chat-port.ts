import type { Clock } from "./clock.ts";
import type { VisitorSession } from "./session/visitor-session.ts";
import type { PageDescription } from "./signals/page-facts.ts";
import type { Keep } from "./storage/keep.ts";
import type { Request } from "./transport/request.ts";
import type { Language } from "./texts/language.ts";
import type { Visits } from "./transport/visits.ts";
import type { WidgetConfig } from "./widget-config.ts";

/** What the widget tells the page's own script through `switchboard("on", …)` and `switchboard:…` events on window. */
export type WidgetEvent = "ready" | "open" | "close" | "show" | "hide" | "unread" | "message";

/** What the loader lends to the chat. */
export interface ChatPort {
  /** The widget's element in the page. */
  readonly host: HTMLElement;
  /** Its root; the chat draws in here, beside the launcher. */
  readonly shadow: ShadowRoot;
  /** The launcher. */
  readonly button: HTMLButtonElement;
  /** The workspace's public key. */
  readonly key: string;
  readonly config: WidgetConfig;
  readonly language: Language;
  /** Where chat.js came from, ending with a slash. */
  readonly baseUrl: string;
  /** Ends with a slash-less `/v1`. */
  readonly apiUrl: string;
  readonly request: Request;
  readonly visits: Visits;
  readonly session: VisitorSession;
  readonly keep: Keep;
  /** Forgotten with the tab. */
  readonly tabKeep: Keep;
  readonly clock: Clock;
  readonly describePage: () => PageDescription;
  readonly tell: (event: WidgetEvent, detail?: unknown) => void;
  /** The panel became visible by somebody's wish. */
  readonly onOpened: (by: "visitor" | "page") => void;
  /** The panel shows or hides, for whatever reason. */
  readonly onPanel: (isOpen: boolean) => void;
}

/** What the loader may ask of the chat. */
export interface Chat {
  readonly open: (by: "visitor" | "page") => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** The visitor went to another page without loading it. */
  readonly pageChanged: () => void;
  /** The page is visible again or back from the cache: connections may have died unseen. */
  readonly wake: () => void;
  /** The page is left, perhaps for the back/forward cache, which takes no page with an open socket. */
  readonly sleep: () => void;
  /** This browser speaks for another contact: what is shown is no longer theirs. */
  readonly contactChanged: () => void;
  readonly stop: () => void;
}
