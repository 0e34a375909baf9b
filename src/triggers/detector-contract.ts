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
  | { readonly type: "page_shown"; readonly at: number }
  | { readonly type: "page_hidden"; readonly at: number }
  /** The panel became visible; never for an open panel restored on the next page. */
  | { readonly type: "chat_opened"; readonly at: number; readonly by: "visitor" | "page" }
  /** The moment a detector asked for has come, perhaps late. */
  | { readonly type: "alarm_rang"; readonly at: number };

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
