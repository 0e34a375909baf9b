import { matchesUrlPattern, toPageAddress } from "#core/page";
import { silent, type DetectorType, type Verdict } from "../detector-contract.ts";

/** A computer that slept rings its alarms late; later than this the time since the last signal does not count as looking. */
const sleepMs = 2_000;

interface View {
  readonly key: string;
  readonly isWatched: boolean;
  hasFired: boolean;
  visibleMs: number;
  /** Since when the page is being looked at; null while it is hidden. */
  visibleSince: number | null;
}

/**
 * Senses that a page whose URL matches is viewed, once per view, after it has been visible for the time asked for.
 * Hidden and asleep time does not count. A change of the query is a new view only for a pattern that looks at the query.
 */
export const pageViewDetector: DetectorType = {
  type: "page_view",
  arm: (config) => {
    const pattern = config["url_pattern"];
    if (typeof pattern !== "string" || pattern === "") return null;
    const asked = config["visible_seconds"];
    const visibleSeconds = typeof asked === "number" && asked > 0 ? asked : 0;
    let view: View | null = null;

    const countUntil = (at: number): void => {
      if (view?.visibleSince == null) return;
      view.visibleMs += at - view.visibleSince;
      view.visibleSince = at;
    };

    const judge = (at: number): Verdict => {
      if (view === null || !view.isWatched || view.hasFired || view.visibleSince === null)
        return silent;
      const missingMs = visibleSeconds * 1_000 - view.visibleMs;
      if (missingMs > 0) return { evidence: null, wakeAt: at + missingMs };
      view.hasFired = true;
      return { evidence: { url_pattern: pattern, visible_seconds: visibleSeconds }, wakeAt: null };
    };

    let alarmAt: number | null = null;
    return (signal) => {
      switch (signal.type) {
        case "page_entered": {
          const key = viewKey(pattern, signal.url);
          if (signal.isLoad || view?.key !== key) {
            const visibleSince = signal.isVisible ? signal.at : null;
            view = {
              key,
              isWatched: matchesUrlPattern(pattern, signal.url),
              hasFired: false,
              visibleMs: 0,
              visibleSince,
            };
          } else countUntil(signal.at);
          break;
        }
        case "page_shown":
          if (view !== null) view.visibleSince ??= signal.at;
          break;
        case "page_hidden":
          countUntil(signal.at);
          if (view !== null) view.visibleSince = null;
          break;
        case "alarm_rang":
          if (view?.visibleSince != null && alarmAt !== null && signal.at - alarmAt > sleepMs)
            view.visibleSince = signal.at;
          countUntil(signal.at);
          break;
        case "chat_opened":
          countUntil(signal.at);
          break;
      }
      const verdict = judge(signal.at);
      alarmAt = verdict.wakeAt;
      return verdict;
    };
  },
};

const viewKey = (pattern: string, url: string): string => {
  const { host, path, query } = toPageAddress(url);
  return host + path + (pattern.includes("?") ? `?${query}` : "");
};
