import { toPageAddress } from "#core/page";
import { silent, type DetectorType, type Signal, type Verdict } from "../detector-contract.ts";

/** What fills a part of the score (BEHAVIORS 2.2): engaged time, seconds with movement, places clicked. */
const fullTimeMs = 120_000;
const fullMoves = 30;
const fullClicks = 5;
/** An act shows that somebody is there for so long; media tells of itself several times a second, unless the page is busy. */
const actMs = 5_000;
const mediaMs = 1_500;
const lookEveryMs = 1_000;
/** Clicks on one spot with no longer pause than this are one: hammering is not engagement. */
const burstMs = 1_000;
const spotPx = 30;
type Click = Extract<Signal, { readonly type: "clicked" }>;

/**
 * Senses that the visitor session's engagement score has reached a threshold, once per session. Each view of a path is scored from zero;
 * the session's score is the best of them, so that it never falls. It is concluded only while somebody is there: page visible and
 * focused, an act in the last five seconds. Where the pointer is a finger time stands for movement that cannot be seen, and on a page
 * that cannot be scrolled for scrolling.
 */
export const engagementScoreDetector: DetectorType = {
  type: "engagement_score",
  sources: ["activity", "scrolling"],
  arm: ({ threshold, url_contains }, memory) => {
    if (typeof threshold !== "number" || typeof url_contains !== "string") return null;
    let depth = 0;
    let engagedMs = 0;
    let moves = 0;
    let clicks = 0;
    let place = "";
    let isVisible = false;
    let isFocused = false;
    let isTouch = false;
    let isScrollable = true;
    let countedTo = 0;
    let engagedTo = 0;
    let last: Click | null = null;
    let score = 0;
    let hasFired = false;

    // What the session remembers is the truth: another tab may have gone further, or on into a new session.
    const recall = (): void => {
      const known = memory.read();
      const kept = typeof known === "object" && known !== null ? known : {};
      score = "score" in kept && typeof kept.score === "number" ? kept.score : 0;
      hasFired = "fired" in kept && kept.fired === true;
    };
    const remember = (): void => {
      const [own, isOver] = [score, hasFired];
      recall();
      score = Math.max(score, own);
      hasFired ||= isOver;
      memory.write({ score, fired: hasFired });
    };
    recall();

    const isThere = (): boolean => isVisible && isFocused;
    /** The session's score, and the points of the current view: 30, 30, 20 and 20 at best. */
    const look = () => {
      const time = Math.min(1, engagedMs / fullTimeMs);
      const move = Math.min(1, moves / fullMoves);
      const fromScroll = 30 * (isScrollable ? depth / 100 : time);
      const fromMoves = 20 * (isTouch ? Math.max(move, time) : move);
      const fromClicks = 20 * Math.min(1, clicks / fullClicks);
      score = Math.max(score, fromScroll + 30 * time + fromMoves + fromClicks);
      return {
        score: whole(score),
        scroll: whole(fromScroll),
        time: whole(30 * time),
        move: whole(fromMoves),
        clicks: whole(fromClicks),
      };
    };

    const beginView = (): void => {
      depth = 0;
      engagedMs = 0;
      moves = 0;
      clicks = 0;
    };
    const count = (signal: Signal): void => {
      const { at } = signal;
      switch (signal.type) {
        case "page_entered": {
          const { host, path } = toPageAddress(signal.url);
          if (signal.isLoad || place !== host + path) beginView();
          if (signal.isLoad) engagedTo = 0;
          place = host + path;
          isVisible = signal.isVisible;
          break;
        }
        case "session_began":
          beginView();
          recall();
          break;
        case "page_shown":
          isVisible = true;
          recall();
          break;
        case "page_hidden":
          isVisible = false;
          engagedTo = 0;
          remember();
          break;
        case "focus_changed":
          ({ isFocused } = signal);
          break;
        case "page_measured":
          ({ isScrollable, isTouch } = signal);
          break;
        case "acted":
          engagedTo = at + actMs;
          break;
        case "media_played":
          // A film that nobody started and nobody has come to is watched by nobody.
          if (engagedTo > 0) engagedTo = Math.max(engagedTo, at + mediaMs);
          break;
        case "pointer_moved":
          moves += 1;
          break;
        case "clicked": {
          const isBurst =
            last !== null &&
            at - last.at <= burstMs &&
            Math.hypot(signal.x - last.x, signal.y - last.y) <= spotPx;
          if (!isBurst) clicks += 1;
          last = signal;
          break;
        }
        case "scrolled":
          depth = Math.max(depth, signal.depth);
          break;
        default:
          break;
      }
    };

    const take = (signal: Signal, isWatched: boolean): Verdict => {
      const { at } = signal;
      if (isThere()) engagedMs += Math.max(0, Math.min(at, engagedTo) - countedTo);
      countedTo = at;
      count(signal);
      const counted = look();
      if (hasFired || !isWatched || !isThere() || at >= engagedTo) return silent;
      if (counted.score < threshold) return { evidence: null, wakeAt: at + lookEveryMs };
      remember();
      if (hasFired) return silent;
      hasFired = true;
      remember();
      return { evidence: { threshold, url_contains, ...counted }, wakeAt: null };
    };
    return { take, look };
  },
};

/** Rounded down: 74.99 is not 75, but what only arithmetic took away is given back. */
const whole = (points: number): number => Math.floor(points + 1e-6);
