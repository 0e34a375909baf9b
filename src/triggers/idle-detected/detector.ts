import { silent, type DetectorType } from "../detector-contract.ts";

const leastSeconds = 5;
const mostSeconds = 3_600;
/** Whoever has been asked this often in one visitor session is not asked again. */
const mostInSession = 3;

/**
 * Senses that nobody has done anything on a visible page for some seconds: once per quiet period, three times a visitor session. Hidden
 * and asleep time does not count, nor does time with media playing, with the focus in a child frame, or with our panel open: there
 * somebody may well be busy.
 */
export const idleDetectedDetector: DetectorType = {
  type: "idle_detected",
  sources: ["activity"],
  arm: ({ seconds, url_contains }, memory) => {
    if (typeof seconds !== "number" || typeof url_contains !== "string") return null;
    const waitMs = Math.min(Math.max(seconds, leastSeconds), mostSeconds) * 1_000;
    let quietSince = 0;
    let isVisible = false;
    let isInFrame = false;
    let isPanelOpen = false;
    let hasFired = false;
    const firedInSession = (): number => {
      const count = memory.read();
      return typeof count === "number" ? count : 0;
    };
    return {
      take: (signal, isWatched) => {
        const { at } = signal;
        let isQuiet = false;
        switch (signal.type) {
          case "page_entered":
            isVisible = signal.isVisible;
            hasFired &&= !signal.isLoad;
            break;
          case "page_shown":
          case "page_hidden":
            isVisible = signal.type === "page_shown";
            break;
          case "focus_changed":
            ({ isInFrame } = signal);
            break;
          case "panel_changed":
            isPanelOpen = signal.isOpen;
            break;
          case "acted":
            hasFired = false;
            break;
          case "media_played":
            break;
          case "alarm_rang":
            isQuiet = signal.wasAsleep !== true;
            break;
          default:
            isQuiet = true;
        }
        if (!isQuiet) quietSince = at;
        if (!isWatched || !isVisible || isInFrame || isPanelOpen || hasFired) return silent;
        if (at < quietSince + waitMs) return { evidence: null, wakeAt: quietSince + waitMs };
        hasFired = true;
        const count = firedInSession();
        if (count >= mostInSession) return silent;
        memory.write(count + 1);
        const idle_seconds = Math.floor((at - quietSince) / 1_000);
        return { evidence: { seconds, url_contains, idle_seconds }, wakeAt: null };
      },
      look: () => ({ fired_in_session: firedInSession() }),
    };
  },
};
