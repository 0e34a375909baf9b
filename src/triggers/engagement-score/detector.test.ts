import { describe, expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { claimVectors } from "../../testing/behaviors/claim-vectors.ts";
import {
  aMemory,
  playSignals,
  type PlaySignalsOptions,
} from "../../testing/widget/play-signals.ts";
import { engagementScoreDetector } from "./detector.ts";

const entered = (at: number, path = "/a", isLoad = at === 0): Signal => ({
  type: "page_entered",
  at,
  url: `https://shop.test${path}`,
  isLoad,
  isVisible: true,
});
const focused = (at: number, isFocused = true): Signal => ({
  type: "focus_changed",
  at,
  isFocused,
  isInFrame: false,
});
const measured = (isScrollable: boolean, isTouch: boolean, at = 0): Signal => ({
  type: "page_measured",
  at,
  isScrollable,
  isTouch,
});
const acted = (at: number): Signal => ({ type: "acted", at });
const moved = (at: number): Signal => ({ type: "pointer_moved", at });
const scrolled = (at: number, depth: number): Signal => ({ type: "scrolled", at, depth });
const played = (at: number): Signal => ({ type: "media_played", at });
const hidden = (at: number): Signal => ({ type: "page_hidden", at });
const shown = (at: number): Signal => ({ type: "page_shown", at });
const clicked = (at: number, x = at): Signal => ({ type: "clicked", at, x, y: 100 });
/** A visitor on a desktop page that can be scrolled. */
const begin = [entered(0), focused(0), measured(true, false)];
const every = (ms: number, from: number, to: number, give: (at: number) => Signal): Signal[] =>
  Array.from({ length: Math.ceil((to - from) / ms) }, (_, index) => give(from + index * ms));
const inOrder = (...signals: readonly Signal[]): readonly Signal[] =>
  signals.toSorted((a, b) => a.at - b.at);

const config = { threshold: 75, url_contains: "" };
const play = (signals: readonly Signal[], options: PlaySignalsOptions = {}) =>
  playSignals(engagementScoreDetector, config, signals, options);
const looked = (...signals: readonly Signal[]) => play(inOrder(...begin, ...signals)).look();

describe("the engagement score", () => {
  it.each<[string, readonly Signal[], Readonly<Record<string, number>>]>([
    ["is nothing on an untouched page", [shown(600_000)], { score: 0 }],
    ["is nothing for a film nobody has come to", every(1_000, 0, 600_000, played), { score: 0 }],
    ["gives 30 for the end of the page", [scrolled(1, 100)], { score: 30, scroll: 30 }],
    ["gives the deepest scroll", [scrolled(1, 50), scrolled(2, 10)], { score: 15, scroll: 15 }],
    [
      "gives 30 for two engaged minutes",
      [...every(4_000, 0, 130_000, acted), shown(130_000)],
      { score: 30, time: 30 },
    ],
    ["counts five seconds after an act", [acted(0), shown(60_000)], { score: 1, time: 1 }],
    [
      "counts on while media plays",
      [acted(0), ...every(1_000, 1_000, 60_000, played), shown(61_000)],
      { score: 15, time: 15 },
    ],
    [
      "gives 20 for thirty seconds with movement",
      every(1_000, 0, 40_000, moved),
      { score: 20, move: 20 },
    ],
    [
      "gives 20 for five places clicked",
      every(2_000, 0, 14_000, clicked),
      { score: 20, clicks: 20 },
    ],
    [
      "takes hammering for one click",
      every(200, 0, 4_000, (at) => clicked(at, 50)),
      { score: 4, clicks: 4 },
    ],
    [
      "takes slow clicks on one spot for several",
      every(1_100, 0, 3_300, (at) => clicked(at, 50)),
      { score: 12, clicks: 12 },
    ],
  ])("%s", (_name, signals, expected) => {
    const nothing = { score: 0, scroll: 0, time: 0, move: 0, clicks: 0 };
    expect(looked(...signals)).toEqual({ ...nothing, ...expected });
  });

  it.each<[string, readonly Signal[], number]>([
    ["scrolling where nothing can be scrolled", [measured(false, false)], 60],
    ["movement where there is no mouse", [measured(true, true)], 50],
    ["both", [measured(false, true)], 80],
  ])("lets time stand for %s", (_name, signals, expected) => {
    const time = [...every(4_000, 1, 130_000, acted), shown(130_000)];
    expect(looked(...signals, ...time)["score"]).toBe(expected);
  });

  it.each<[string, readonly Signal[]]>([
    ["hidden", [hidden(1_000), shown(100_000)]],
    ["in the background", [focused(1_000, false), focused(100_000)]],
    ["asleep", [acted(100_000)]],
  ])("counts no time while %s", (_name, signals) => {
    const { time } = looked(acted(0), ...signals);
    expect(time).toBeLessThanOrEqual(1);
  });

  it("never falls, whatever the page and the visitor do", () => {
    const signals = inOrder(
      ...begin,
      ...every(1_000, 0, 30_000, acted),
      ...every(1_000, 0, 30_000, moved),
      scrolled(10_000, 90),
      measured(false, false, 12_000),
      measured(true, false, 14_000),
      hidden(20_000),
      shown(21_000),
      focused(22_000, false),
      focused(23_000),
      entered(25_000, "/b"),
      entered(28_000, "/b", true),
    );
    const scores = signals.map((_, index) =>
      Number(play(signals.slice(0, index + 1)).look()["score"]),
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.at(-1)).toBeGreaterThan(40);
  });
});

/** Somebody who reads, moves one second in three, clicks now and then and is at the end after two minutes. */
const desktopVisit = inOrder(
  ...begin,
  ...every(3_000, 1_000, 240_000, acted),
  ...every(3_000, 1_000, 240_000, moved),
  ...every(5_000, 2_000, 120_000, (at) => scrolled(at, at / 1_200)),
  ...every(20_000, 15_000, 240_000, clicked),
);
/** The same with a finger: swipes instead of movement. */
const phoneVisit = inOrder(
  entered(0),
  focused(0),
  measured(true, true),
  ...every(5_000, 2_000, 240_000, acted),
  ...every(5_000, 2_000, 120_000, (at) => scrolled(at, at / 1_200)),
  ...every(20_000, 15_000, 240_000, clicked),
);

describe("the engagement trigger", () => {
  it("takes an attentive visit about as long on a phone as on a desktop", () => {
    const [onDesktop, onPhone] = [desktopVisit, phoneVisit].map(
      (visit) => play(visit).conclusions[0]?.at ?? Infinity,
    );
    expect(onDesktop).toBeGreaterThan(60_000);
    expect(onDesktop).toBeLessThan(120_000);
    expect(Math.abs(Number(onPhone) / Number(onDesktop) - 1)).toBeLessThan(0.2);
  });

  it("fires once a session and says what the score is made of", () => {
    const memory = aMemory();
    const first = play(desktopVisit, { memory });
    expect(first.conclusions).toHaveLength(1);
    const evidence = first.conclusions[0]?.evidence;
    expect(evidence).toMatchObject({ threshold: 75, url_contains: "", score: 75 });
    const parts = ["scroll", "time", "move", "clicks"].map((part) => Number(evidence?.[part]));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(72);
    expect(play(desktopVisit, { memory }).conclusions).toEqual([]);
  });

  it("keeps the session's best score over pages, of which each is counted for itself", () => {
    const memory = aMemory();
    const [reading, leaving] = [desktopVisit.filter(({ at }) => at < 60_000), hidden(60_000)];
    const first = play([...reading, leaving], { memory }).look();
    expect(first["score"]).toBeGreaterThan(40);
    expect(play(begin, { memory }).look()).toEqual({
      score: first["score"],
      scroll: 0,
      time: 0,
      move: 0,
      clicks: 0,
    });
    const sameTab = play([...reading, entered(60_000, "/b")]).look();
    expect(sameTab).toMatchObject({ score: first["score"], scroll: 0, move: 0, clicks: 0 });
    const query = play([...reading, entered(60_000, "/a?size=m")]).look();
    expect(query["clicks"]).toBe(first["clicks"]);
  });

  it("concludes only on pages it watches, and only while somebody is there", () => {
    const isWatched = (url: string): boolean => url.includes("/pricing");
    const arrived = [...desktopVisit, entered(240_000, "/pricing")];
    expect(play(arrived, { isWatched, until: 600_000 }).conclusions).toMatchObject([
      { at: 240_000 },
    ]);
    const gone = [...desktopVisit, entered(300_000, "/pricing")];
    expect(play(gone, { isWatched, until: 600_000 }).conclusions).toEqual([]);
    expect(play([...gone, acted(300_500)], { isWatched }).conclusions).toMatchObject([
      { at: 300_500 },
    ]);
  });

  it("starts anew with the next session", () => {
    const begun: Signal = { type: "session_began", at: 2_400_000, visitNumber: 2 };
    // By then the next session's memory is read, which is empty.
    const memory = { read: () => null, write: () => undefined };
    const { conclusions, look } = play([...desktopVisit, begun], { memory });
    expect(conclusions).toHaveLength(1);
    expect(look()).toMatchObject({ score: 0, clicks: 0 });
  });

  it("believes another tab that has fired, and one that went on into a new session", () => {
    const memory = aMemory();
    const halfway = desktopVisit.filter(({ at }) => at < 50_000);
    const rest = desktopVisit.filter(({ at }) => at > 50_000);
    memory.write({ score: 90, fired: true });
    expect(
      play([...halfway, hidden(50_000), shown(50_000), ...rest], { memory }).conclusions,
    ).toEqual([]);
    memory.write({ score: 90, fired: false });
    const { conclusions } = play(desktopVisit, { memory });
    expect(conclusions[0]?.evidence).toMatchObject({ score: 90 });
  });

  it.each([{ score: "90", fired: "yes" }, "forged", 7, []])(
    "starts from zero with a memory of %j",
    (value) => {
      expect(play(begin, { memory: aMemory(value) }).look()["score"]).toBe(0);
    },
  );

  it.each([{}, { threshold: "75", url_contains: "" }, { threshold: 75 }])(
    "stays silent with %j",
    (broken) => {
      expect(engagementScoreDetector.arm(broken, aMemory())).toBeNull();
    },
  );
});

const inActivity = {
  notTested: "what the page's source does; played in e2e/signals/idle-detected.scenario.ts",
};
const expectParts = (
  parts: Readonly<Record<string, number>>,
  ...signals: readonly Signal[]
): void => expect(looked(...signals)).toMatchObject(parts);

claimVectors(["engagement", "engagement_time"], {
  "activity-sp-01": ({ input: { clicks } }) => {
    const gestures = every(2_000, 0, 2_000 * Number(clicks), clicked);
    expectParts({ clicks: 8, move: 0 }, ...gestures, moved(9_000));
  },
  "activity-sp-03": inActivity,
  "activity-sp-05": ({ input: { clicks_before_pageview, clicks_after } }) => {
    const before = every(2_000, 0, 2_000 * Number(clicks_before_pageview), clicked);
    const after = every(2_000, 20_000, 20_000 + 2_000 * Number(clicks_after), clicked);
    expectParts({ clicks: 4 }, ...before, entered(10_000, "/b"), ...after);
  },
  "time-pl-01": ({ input: { hidden_ms } }) => {
    const back = 4_000 + Number(hidden_ms);
    expectParts(
      { time: 2 },
      acted(0),
      hidden(4_000),
      shown(back),
      acted(back),
      hidden(back + 4_000),
    );
  },
  "time-pl-04": () => {
    const first = every(1_000, 0, 60_000, acted);
    expectParts({ time: 1 }, ...first, entered(60_000, "/b"), shown(64_000));
  },
  "time-cb-01": ({ input: { activity_at_s }, ours }) => {
    const acts = Array.isArray(activity_at_s) ? activity_at_s : [];
    const fifteen = [0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280];
    const visits = fifteen.flatMap((from) => acts.map((at) => acted(1_000 * (from + Number(at)))));
    // One such stretch is 2 points of time; fifteen of them fill the two minutes.
    expectParts({ time: (15 * Number(ours?.expected) * 30) / 120 }, ...visits, shown(400_000));
  },
});
