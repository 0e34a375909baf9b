/** A raw fact of the page, brought by the sensor. `at` is milliseconds on the page's own clock, which never runs backwards. */
export type Signal =
  /** A page has been entered: loaded, restored, or reached by single-page navigation (then `isLoad` is false). */
  | {
      readonly type: "page_entered";
      readonly at: number;
      readonly url: string;
      readonly isLoad: boolean;
      readonly isVisible: boolean;
    }
  /**
   * A visitor session has begun, told once over all tabs, by the first page that is armed; 1 is this browser's first visit. Also when
   * somebody goes on after 30 quiet minutes on the same page; never where nothing is remembered beyond the page.
   */
  | { readonly type: "session_began"; readonly at: number; readonly visitNumber: number }
  /** The page is one of a shop's. */
  | { readonly type: "shop_page_seen"; readonly at: number; readonly found: PageKind }
  | { readonly type: "page_shown"; readonly at: number }
  | { readonly type: "page_hidden"; readonly at: number }
  /** The panel became visible; never for an open panel restored on the next page. */
  | { readonly type: "chat_opened"; readonly at: number; readonly by: "visitor" | "page" }
  /** The chat panel became visible or went away, restored ones included. */
  | { readonly type: "panel_changed"; readonly at: number; readonly isOpen: boolean }
  /** The visitor did something: pointer, key, input, wheel, touch or focus; told ten times a second at most. */
  | { readonly type: "acted"; readonly at: number }
  /** Mouse, pen or finger have gone 30 px away within this second of the page's clock; once for each such second. */
  | { readonly type: "pointer_moved"; readonly at: number }
  /** The page was clicked by pointer at this place, in CSS pixels of the window; never our own widget. A label may tell it twice. */
  | { readonly type: "clicked"; readonly at: number; readonly x: number; readonly y: number }
  /** Sound or film that somebody may be following is playing; told several times a second while it does. */
  | { readonly type: "media_played"; readonly at: number }
  /** Has the page the focus, and is it inside a child frame, where nothing can be seen of what the visitor does? */
  | {
      readonly type: "focus_changed";
      readonly at: number;
      readonly isFocused: boolean;
      readonly isInFrame: boolean;
    }
  /** What the page offers, told now and then: can it be scrolled, and is its pointer a finger, so that nothing moves between taps? */
  | {
      readonly type: "page_measured";
      readonly at: number;
      readonly isScrollable: boolean;
      readonly isTouch: boolean;
    }
  /** The visitor has scrolled down to this depth, in percent of the page's way; never a script's or a restored position. */
  | { readonly type: "scrolled"; readonly at: number; readonly depth: number }
  /**
   * The pointer was pressed and let go on one spot of the page, never of our own widget; `at` is when it was let go. Each has an id of its
   * own. Gestures on one control (a number, null on bare content) within a small radius are on one spot.
   */
  | {
      readonly type: "gesture";
      readonly at: number;
      readonly id: number;
      /** CSS pixels in the window. */
      readonly x: number;
      readonly y: number;
      readonly isTouch: boolean;
      readonly control: number | null;
      /** Tag, role and a hash of the id. */
      readonly element: string;
      /** False where no answer can be seen or none is owed, such as a text field or a picture that is drawn. */
      readonly isJudged: boolean;
      /** It selected text of the page, as a double click does on a word. */
      readonly selectsText: boolean;
    }
  /** The page answered that gesture, as far as can be seen. */
  | { readonly type: "gesture_answered"; readonly at: number; readonly id: number }
  /** What looked like an answer goes on without gestures, so it was none. */
  | { readonly type: "gesture_unanswered"; readonly at: number; readonly id: number }
  /**
   * The visitor went into a field of a form and out again, by their own doing, and changed nothing, left it invalid or emptied it. Fields
   * and forms that never count are left out. Numbers tell forms and fields apart.
   */
  | {
      readonly type: "field_abandoned";
      /** When it was left. */
      readonly at: number;
      readonly form: number;
      readonly field: number;
      readonly stayedMs: number;
    }
  /** The visitor tried to send a form, and it went out, or was turned down because something in it is invalid. */
  | { readonly type: "form_sent" | "form_refused"; readonly at: number; readonly form: number }
  /**
   * The mouse, no button held, went out of the focused page at that time, not by its left or right side, and stayed out. CSS pixels of the
   * window.
   */
  | {
      readonly type: "mouse_left";
      readonly at: number;
      readonly y: number;
      /** The last movement: to the right, and up. */
      readonly run: number;
      readonly rise: number;
      /** When the visitor last pressed a key or a button or turned the wheel. */
      readonly actedAt: number;
      /** When the visitor last entered or used a field or opened a context menu. */
      readonly fieldUsedAt: number;
    }
  /** The moment a detector asked for has come, or the computer slept while it was awaited. */
  | { readonly type: "alarm_rang"; readonly at: number; readonly wasAsleep?: boolean };

/** Which page of a shop it is, what said so, and how sure that is, from 0 to 1. */
export interface PageKind {
  readonly kind: "product" | "cart" | "checkout" | "order_confirmation";
  readonly reason: "platform" | "data_layer" | "og_type" | "json_ld" | "path";
  readonly confidence: number;
}

/** Why a trigger fired, in plain values: never what somebody typed, never element texts. */
export type Evidence = Readonly<Record<string, string | number | boolean | null>>;

/** What a detector makes of one signal. `wakeAt` replaces the alarm asked for earlier. */
export interface Verdict {
  readonly evidence: Evidence | null;
  readonly wakeAt: number | null;
}

/** Holds the state of one armed trigger on one page load. */
export interface Detector {
  /**
   * @param isWatched whether the current page passes the page filter (`url_pattern`, `url_contains`) of the trigger's config. What
   * belongs to the visitor session is counted on every page, but nothing is concluded on one that is not watched.
   */
  readonly take: (signal: Signal, isWatched: boolean) => Verdict;
  /** What it has counted so far, for the signal inspector: plain values as in evidence, never contents. */
  readonly look: () => Evidence;
}

/** What a detector remembers from one page of a visitor session to the next; empty when a session begins. */
export interface Memory {
  /** Null when nothing was remembered; else data that may have been forged. */
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
}

/** Where signals come from beside the page's own comings and goings. Only the sources that an armed trigger needs listen to the page. */
export type SourceName = "activity" | "forms" | "gestures" | "leaving" | "scrolling" | "shop";

/** One kind of trigger the page can sense. `arm` answers null for a config it cannot read: that trigger stays silent. */
export interface DetectorType {
  readonly type: string;
  readonly sources: readonly SourceName[];
  readonly arm: (config: Readonly<Record<string, unknown>>, memory: Memory) => Detector | null;
}

/** Nothing concluded, nothing awaited. */
export const silent: Verdict = { evidence: null, wakeAt: null };
