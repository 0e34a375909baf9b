import { toPageAddress } from "#core/page";
import { silent, type DetectorType } from "../detector-contract.ts";

/**
 * Senses that the visitor scrolled the page past a depth, once per view of a path. 0 means the first scroll. A page that cannot be
 * scrolled has no depth.
 */
export const scrollDetector: DetectorType = {
  type: "scroll",
  sources: ["scrolling"],
  arm: ({ depth, url_pattern }) => {
    if (typeof depth !== "number" || typeof url_pattern !== "string") return null;
    let place = "";
    let reached: number | null = null;
    let hasFired = false;
    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered") {
          const { host, path } = toPageAddress(signal.url);
          if (!signal.isLoad && place === host + path) return silent;
          place = host + path;
          reached = null;
          hasFired = false;
        }
        if (signal.type !== "scrolled") return silent;
        reached = Math.max(reached ?? 0, signal.depth);
        if (hasFired || !isWatched || reached < depth) return silent;
        hasFired = true;
        return { evidence: { depth, url_pattern, reached }, wakeAt: null };
      },
      look: () => ({ reached }),
    };
  },
};
