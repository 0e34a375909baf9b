import { describe, expect, it } from "vitest";
import { matchesUrlPattern } from "#core/page";
import type { Memory, Signal } from "#triggers/detectors";
import { pageViewDetector } from "./detector.ts";

const page = (path: string): string => `https://shop.example.com${path}`;
const entered = (
  at: number,
  path: string,
  more: { readonly isLoad?: boolean; readonly isVisible?: boolean } = {},
): Signal => ({
  type: "page_entered",
  at,
  url: page(path),
  isLoad: more.isLoad ?? at === 0,
  isVisible: more.isVisible ?? true,
});
const shown = (at: number): Signal => ({ type: "page_shown", at });
const hidden = (at: number): Signal => ({ type: "page_hidden", at });
const rang = (at: number): Signal => ({ type: "alarm_rang", at });

const noMemory: Memory = { read: () => null, write: () => undefined };

/** Plays signals and rings every alarm in between; gives the moments at which the detector fired. */
const play = (config: Record<string, unknown>, signals: readonly Signal[], until = 0): number[] => {
  const detector = pageViewDetector.arm(config, noMemory);
  if (detector === null) throw new Error("the config is refused");
  const fired: number[] = [];
  let wakeAt: number | null = null;
  let isWatched = false;
  const take = (signal: Signal): void => {
    if (signal.type === "page_entered")
      isWatched = matchesUrlPattern(String(config["url_pattern"]), signal.url);
    const verdict = detector.take(signal, isWatched);
    wakeAt = verdict.wakeAt;
    if (verdict.evidence !== null) fired.push(signal.at);
  };
  for (const signal of signals) {
    while (wakeAt !== null && wakeAt <= signal.at && signal.type !== "alarm_rang")
      take(rang(wakeAt));
    take(signal);
  }
  while (wakeAt !== null && wakeAt <= until) take(rang(wakeAt));
  return fired;
};

describe("the page view detector", () => {
  it.each<[string, Record<string, unknown>, readonly Signal[], number, number[]]>([
    [
      "fires at once on a matching page",
      { url_pattern: "/pricing" },
      [entered(0, "/pricing")],
      0,
      [0],
    ],
    ["is silent on other pages", { url_pattern: "/pricing" }, [entered(0, "/")], 9_999, []],
    [
      "fires on single-page navigation",
      { url_pattern: "/pricing" },
      [entered(0, "/"), entered(500, "/pricing")],
      0,
      [500],
    ],
    [
      "fires once per view",
      { url_pattern: "/pricing" },
      [entered(0, "/pricing"), hidden(1), shown(2), entered(3, "/pricing#plans")],
      0,
      [0],
    ],
    [
      "fires again when the page is left and viewed again",
      { url_pattern: "/a" },
      [entered(0, "/a"), entered(5, "/b"), entered(9, "/a")],
      0,
      [0, 9],
    ],
    [
      "fires again after a restore from the back/forward cache",
      { url_pattern: "/a" },
      [entered(0, "/a"), entered(9, "/a", { isLoad: true })],
      0,
      [0, 9],
    ],
    [
      "counts a change of the query as the same view",
      { url_pattern: "/a" },
      [entered(0, "/a"), entered(9, "/a?sort=price")],
      0,
      [0],
    ],
    [
      "looks at the query when the pattern does",
      { url_pattern: "/a?tab=*" },
      [entered(0, "/a"), entered(9, "/a?tab=1"), entered(12, "/a?tab=2")],
      0,
      [9, 12],
    ],
    [
      "waits for the time asked for",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a")],
      9_000,
      [5_000],
    ],
    [
      "forgets the time of a page that is left",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a"), entered(4_000, "/b")],
      9_000,
      [],
    ],
    [
      "starts from zero on the next view",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a"), entered(4_000, "/b"), entered(4_500, "/a")],
      20_000,
      [9_500],
    ],
    [
      "does not count hidden time",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a"), hidden(3_000), shown(60_000)],
      99_000,
      [62_000],
    ],
    [
      "waits for a page opened in the background",
      { url_pattern: "/a" },
      [entered(0, "/a", { isVisible: false }), shown(8_000)],
      0,
      [8_000],
    ],
    [
      "keeps counting when the chat opens",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a"), { type: "chat_opened", at: 2_000, by: "visitor" }],
      9_000,
      [5_000],
    ],
    [
      "does not count a computer's sleep",
      { url_pattern: "/a", visible_seconds: 5 },
      [entered(0, "/a"), rang(3_600_000)],
      3_700_000,
      [3_605_000],
    ],
  ])("%s", (_, config, signals, until, expected) => {
    expect(play(config, signals, until)).toEqual(expected);
  });

  it("says what it was armed with, and nothing about the visitor", () => {
    const verdict = pageViewDetector
      .arm({ url_pattern: "/pricing", visible_seconds: 0 }, noMemory)
      ?.take(entered(0, "/pricing?email=ada@example.com"), true);
    expect(verdict?.evidence).toEqual({ url_pattern: "/pricing", visible_seconds: 0 });
  });

  it.each([{}, { url_pattern: "" }, { url_pattern: 7 }])(
    "stays silent with the config %j",
    (config) => {
      expect(pageViewDetector.arm(config, noMemory)).toBeNull();
    },
  );
});
