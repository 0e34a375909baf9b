import { silent, type DetectorType, type Signal } from "../detector-contract.ts";

/** Whoever leaves sooner after the load has not looked at the page yet (BEHAVIORS 2.2, use-exit-intent). */
const armedAfterMs = 5_000;
/** Autofill and option lists open over the page and draw the mouse out of it (BEHAVIORS 2.2). */
const fieldRestMs = 3_000;
/** A movement that goes further aside than this many times its rise skims the edge; a guess. */
const flattest = 10;

/** Senses that the mouse leaves through the top of the page, at most once per view of it. */
export const mouseLeaveDetector: DetectorType = {
  type: "mouse_leave",
  sources: ["leaving"],
  arm: () => {
    let loadedAt = 0;
    let view: string | undefined;
    let hasFired = false;
    let leavings = 0;
    let notFired: string | null = null;

    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered") {
          const [path] = signal.url.split("?", 1);
          if (signal.isLoad) loadedAt = signal.at;
          if (signal.isLoad || path !== view) hasFired = false;
          view = path;
        }
        if (signal.type !== "mouse_left") return silent;
        leavings += 1;
        notFired = objectTo(signal, loadedAt);
        if (notFired !== null || hasFired || !isWatched) return silent;
        hasFired = true;
        const seconds = Math.floor((signal.at - loadedAt) / 1_000);
        return { evidence: { seconds_since_load: seconds }, wakeAt: null };
      },
      look: () => ({ times_left: leavings, not_fired: notFired }),
    };
  },
};

const objectTo = (
  { at, y, rise, run, actedAt, fieldUsedAt }: Extract<Signal, { type: "mouse_left" }>,
  loadedAt: number,
): string | null => {
  if (y > 0 || rise <= 0 || rise * flattest < Math.abs(run)) return "not_upward";
  if (at - loadedAt < armedAfterMs) return "too_early";
  if (actedAt < loadedAt) return "not_acted";
  return at - fieldUsedAt < fieldRestMs ? "field_used" : null;
};
