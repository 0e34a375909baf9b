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
export type Detector = (signal: Signal) => Verdict;

/** One kind of trigger the page can sense. `arm` answers null for a config it cannot read: that trigger stays silent. */
export interface DetectorType {
  readonly type: string;
  readonly arm: (config: Readonly<Record<string, unknown>>) => Detector | null;
}

/** Nothing concluded, nothing awaited. */
export const silent: Verdict = { evidence: null, wakeAt: null };
