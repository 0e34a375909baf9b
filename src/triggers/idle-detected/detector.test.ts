import { describe, expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { claimVectors } from "../../testing/behaviors/claim-vectors.ts";
import {
  aMemory,
  playSignals,
  type PlaySignalsOptions,
} from "../../testing/widget/play-signals.ts";
import { idleDetectedDetector } from "./detector.ts";

const entered = (at: number, path = "/checkout", isVisible = true): Signal => ({
  type: "page_entered",
  at,
  url: `https://shop.test${path}`,
  isLoad: at === 0,
  isVisible,
});
const acted = (at: number): Signal => ({ type: "acted", at });
const shown = (at: number): Signal => ({ type: "page_shown", at });
const hidden = (at: number): Signal => ({ type: "page_hidden", at });
const played = (at: number): Signal => ({ type: "media_played", at });
const panel = (at: number, isOpen: boolean): Signal => ({ type: "panel_changed", at, isOpen });
const frame = (at: number, isInFrame: boolean): Signal => ({
  type: "focus_changed",
  at,
  isFocused: true,
  isInFrame,
});
const seconds = (count: number, give: (at: number) => Signal, from = 0): Signal[] =>
  Array.from({ length: count }, (_, index) => give(from + index * 1_000));

const config = { seconds: 60, url_contains: "/checkout" };
const firedAt = (
  signals: readonly Signal[],
  options: PlaySignalsOptions = {},
  detectorConfig: Readonly<Record<string, unknown>> = config,
): readonly number[] =>
  playSignals(idleDetectedDetector, detectorConfig, signals, {
    until: 600_000,
    isWatched: (url) => url.includes("/checkout"),
    ...options,
  }).conclusions.map(({ at }) => at);

describe("the idle detector", () => {
  it.each<[string, readonly Signal[], readonly number[]]>([
    ["fires when nothing happens from the beginning", [entered(0)], [60_000]],
    ["counts from the last act", [entered(0), acted(10_000), acted(59_999)], [119_999]],
    [
      "fires once in a quiet period, again in the next",
      [entered(0), acted(100_000), acted(300_000)],
      [60_000, 160_000, 360_000],
    ],
    [
      "fires three times a session at most",
      [entered(0), acted(70_000), acted(140_000), acted(210_000), acted(280_000)],
      [60_000, 130_000, 200_000],
    ],
    ["does not count hidden time", [entered(0), hidden(30_000), shown(200_000)], [260_000]],
    [
      "waits for a page opened in the background",
      [entered(0, "/checkout", false), shown(100_000)],
      [160_000],
    ],
    [
      "does not fire again for a tab that was only looked away from",
      [entered(0), hidden(70_000), shown(80_000)],
      [60_000],
    ],
    ["waits until media has played", [entered(0), ...seconds(100, played)], [159_000]],
    [
      "needs an act after media, once it has fired",
      [entered(0), ...seconds(10, played, 100_000)],
      [60_000],
    ],
    [
      "is silent while the focus is in a child frame",
      [entered(0), frame(10_000, true), frame(300_000, false)],
      [360_000],
    ],
    [
      "is silent while our panel is open",
      [entered(0), panel(10_000, true), panel(300_000, false)],
      [360_000],
    ],
    ["is silent on other pages", [entered(0, "/blog")], []],
    ["starts from zero on a page it watches", [entered(0, "/blog"), entered(50_000)], [110_000]],
    [
      "is not disturbed by what the page does",
      [entered(0), { type: "page_measured", at: 30_000, isScrollable: true, isTouch: false }],
      [60_000],
    ],
  ])("%s", (_name, signals, expected) => {
    expect(firedAt(signals)).toEqual(expected);
  });

  it("says what it was armed with and how long it was quiet", () => {
    const { conclusions, look } = playSignals(idleDetectedDetector, config, [entered(0)], {
      until: 61_000,
    });
    const evidence = { seconds: 60, url_contains: "/checkout", idle_seconds: 60 };
    expect(conclusions).toEqual([{ at: 60_000, evidence }]);
    expect(look()).toEqual({ fired_in_session: 1 });
  });

  it("shares its three times with the other pages of the session", () => {
    const memory = aMemory(2);
    expect(firedAt([entered(0), acted(100_000)], { memory })).toEqual([60_000]);
    expect(firedAt([entered(0)], { memory })).toEqual([]);
    expect(firedAt([entered(0)], { memory: aMemory("forged") })).toEqual([60_000]);
  });

  it.each([
    [1, 5_000],
    [7_200, 3_600_000],
  ])("keeps %d seconds within its limits", (asked, expected) => {
    const at = firedAt([entered(0)], { until: 9_000_000 }, { ...config, seconds: asked });
    expect(at).toEqual([expected]);
  });

  it.each([{}, { seconds: "60", url_contains: "" }, { seconds: 60 }])(
    "stays silent with %j",
    (broken) => {
      expect(idleDetectedDetector.arm(broken, aMemory())).toBeNull();
    },
  );
});

const expectFiredAt = (
  signals: readonly Signal[],
  until: number,
  expected: readonly number[],
  seconds = 60,
): void => expect(firedAt(signals, { until }, { ...config, seconds })).toEqual(expected);

claimVectors(["idle_detected"], {
  "idle-rit-02": () => expectFiredAt([entered(0), acted(300)], 60_299, []),
  "idle-rit-03": () => {
    const slept: Signal = { type: "alarm_rang", at: 80_000, wasAsleep: true };
    expectFiredAt([entered(0), slept, acted(80_100)], 140_000, []);
  },
  "idle-rit-04": ({ config: { timeout_ms } }) =>
    expectFiredAt([entered(0)], 3_600_000, [3_600_000], Number(timeout_ms)),
});
