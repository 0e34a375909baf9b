import { toPageAddress } from "#core/page";
import { silent, type DetectorType, type Signal, type Verdict } from "../detector-contract.ts";

/** A computer that slept rings its alarms late; later than this the time since the last signal does not count as looking. */
const sleepMs = 2_000;

interface View {
  readonly key: string;
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
  sources: [],
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

    const judge = (at: number, isWatched: boolean): Verdict => {
      if (view === null || !isWatched || view.hasFired || view.visibleSince === null) return silent;
      const missingMs = visibleSeconds * 1_000 - view.visibleMs;
      if (missingMs > 0) return { evidence: null, wakeAt: at + missingMs };
      view.hasFired = true;
      return { evidence: { url_pattern: pattern, visible_seconds: visibleSeconds }, wakeAt: null };
    };

    let alarmAt: number | null = null;
    const take = (signal: Signal, isWatched: boolean): Verdict => {
      switch (signal.type) {
        case "page_entered": {
          const key = viewKey(pattern, signal.url);
          if (signal.isLoad || view?.key !== key) {
            const visibleSince = signal.isVisible ? signal.at : null;
            view = {
              key,
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
        default:
          countUntil(signal.at);
          break;
      }
      const verdict = judge(signal.at, isWatched);
      alarmAt = verdict.wakeAt;
      return verdict;
    };
    return {
      take,
      look: () => ({ visible_seconds: Math.floor((view?.visibleMs ?? 0) / 1_000) }),
    };
  },
};

const viewKey = (pattern: string, url: string): string => {
  const { host, path, query } = toPageAddress(url);
  return host + path + (pattern.includes("?") ? `?${query}` : "");
};
