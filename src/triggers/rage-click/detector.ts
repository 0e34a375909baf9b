import { silent, type DetectorType, type Evidence, type Signal } from "../detector-contract.ts";

type Gesture = Extract<Signal, { type: "gesture" }>;

/** A burst goes on while the next gesture on its spot comes within this; what is counted has to lie within as much. */
const quietMs = 1_000;
const radiusPx = 30;
const touchRadiusPx = 40;
/** Answers come within 400 ms; a little later all of them are known. */
const judgeMs = 420;
/** Gestures within the window: none of them answered, half of them answered, text of the page selected by them. */
const unansweredGestures = 3;
const halfAnsweredGestures = 4;
const selectingGestures = 6;
/** More are not kept: enough for any window, and for somebody who has gone on to click elsewhere. */
const keptGestures = 30;
const keptBursts = 3;

interface Burst {
  gestures: Gesture[];
  hasFired: boolean;
}

/** Senses rapid gestures on one spot that does not answer; once for each burst. */
export const rageClickDetector: DetectorType = {
  type: "rage_click",
  sources: ["gestures"],
  arm: () => {
    let bursts: Burst[] = [];
    const answered = new Set<number>();

    const count = (gestures: readonly Gesture[]) => ({
      gestures: gestures.length,
      unanswered: gestures.filter(({ id }) => !answered.has(id)).length,
    });

    const judge = (burst: readonly Gesture[]): Evidence | null => {
      const isSelecting = burst.some(({ selectsText }) => selectsText);
      for (const { at, element } of burst) {
        const near = burst.filter((one) => one.at <= at && at - one.at <= quietMs);
        const counts = count(near);
        const { gestures, unanswered } = counts;
        const needed = unanswered < gestures ? halfAnsweredGestures : unansweredGestures;
        if (
          isSelecting
            ? unanswered >= selectingGestures
            : gestures >= needed && unanswered * 2 >= gestures
        )
          return {
            ...counts,
            span_ms: Math.round(at - (near[0]?.at ?? at)),
            element,
          };
      }
      return null;
    };

    const add = (gesture: Gesture): void => {
      const burst = bursts.at(-1);
      if (burst !== undefined && continues(burst.gestures.at(-1), gesture))
        burst.gestures = [...burst.gestures, gesture].slice(-keptGestures);
      else bursts = [...bursts, { gestures: [gesture], hasFired: false }].slice(-keptBursts);
    };

    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered") {
          bursts = [];
          answered.clear();
        }
        if (signal.type === "gesture" && signal.isJudged) add(signal);
        if (signal.type === "gesture_answered") answered.add(signal.id);
        if (signal.type === "gesture_unanswered") answered.delete(signal.id);
        for (const burst of bursts) {
          if (burst.hasFired) continue;
          const judgedAt = (burst.gestures.at(-1)?.at ?? 0) + judgeMs;
          // Bursts end one after the other.
          if (signal.at < judgedAt) return { evidence: null, wakeAt: judgedAt };
          const evidence = isWatched ? judge(burst.gestures) : null;
          if (evidence === null) continue;
          burst.hasFired = true;
          return { evidence, wakeAt: signal.at };
        }
        return silent;
      },
      look: () => {
        const { gestures = [], hasFired = false } = bursts.at(-1) ?? {};
        const counts = count(gestures);
        const isAnswered = counts.unanswered * 2 < counts.gestures;
        return { ...counts, outcome: hasFired ? "fired" : isAnswered ? "answered" : "too_few" };
      },
    };
  },
};

const continues = (last: Gesture | undefined, next: Gesture): boolean =>
  last !== undefined &&
  next.control === last.control &&
  next.at - last.at <= quietMs &&
  Math.hypot(next.x - last.x, next.y - last.y) <= (next.isTouch ? touchRadiusPx : radiusPx);
