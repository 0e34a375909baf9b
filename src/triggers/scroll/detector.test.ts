import { describe, expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { playSignals } from "../../testing/widget/play-signals.ts";
import { scrollDetector } from "./detector.ts";

const entered = (at: number, path = "/a", isLoad = at === 0): Signal => ({
  type: "page_entered",
  at,
  url: `https://shop.test${path}`,
  isLoad,
  isVisible: true,
});
const scrolled = (at: number, depth: number): Signal => ({ type: "scrolled", at, depth });

describe("the scroll detector", () => {
  it.each<[string, number, readonly Signal[], readonly [number, number][]]>([
    ["waits for the depth", 50, [entered(0), scrolled(1, 49.9)], []],
    ["fires when it is reached", 50, [entered(0), scrolled(1, 50)], [[1, 50]]],
    [
      "tells how far it really went",
      50,
      [entered(0), scrolled(1, 10), scrolled(2, 83.4)],
      [[2, 83.4]],
    ],
    [
      "fires once a page",
      50,
      [entered(0), scrolled(1, 50), scrolled(2, 20), scrolled(3, 90)],
      [[1, 50]],
    ],
    [
      "fires at depth 0 for the first scroll, not before",
      0,
      [entered(0), { type: "acted", at: 1 }, scrolled(2, 0.1)],
      [[2, 0.1]],
    ],
    [
      "fires at 100 for the end",
      100,
      [entered(0), scrolled(1, 99.9), scrolled(2, 100)],
      [[2, 100]],
    ],
    [
      "starts anew on the next page of a single-page site",
      50,
      [entered(0), scrolled(1, 60), entered(5, "/b"), scrolled(6, 40), scrolled(7, 60)],
      [
        [1, 60],
        [7, 60],
      ],
    ],
    [
      "goes on when only the query changes",
      50,
      [entered(0), scrolled(1, 60), entered(5, "/a?page=2"), scrolled(6, 80)],
      [[1, 60]],
    ],
    [
      "starts anew on a restored page",
      50,
      [entered(0), scrolled(1, 60), entered(5, "/a", true), scrolled(6, 60)],
      [
        [1, 60],
        [6, 60],
      ],
    ],
    ["says nothing of a page it does not watch", 50, [entered(0, "/other"), scrolled(1, 60)], []],
  ])("%s", (_name, depth, signals, expected) => {
    const { conclusions } = playSignals(scrollDetector, { depth, url_pattern: "/x" }, signals, {
      isWatched: (url) => !url.endsWith("/other"),
    });
    expect(conclusions).toEqual(
      expected.map(([at, reached]) => ({ at, evidence: { depth, url_pattern: "/x", reached } })),
    );
  });

  it("shows how far the page has been scrolled", () => {
    const signals = [entered(0, "/b"), scrolled(1, 30), scrolled(2, 20)];
    const config = { depth: 50, url_pattern: "" };
    expect(playSignals(scrollDetector, config, signals).look()).toEqual({ reached: 30 });
    expect(playSignals(scrollDetector, config, [entered(0)]).look()).toEqual({ reached: null });
  });

  it.each([{}, { depth: "50", url_pattern: "" }, { depth: 50 }])(
    "stays silent with %j",
    (config) => {
      expect(scrollDetector.arm(config, { read: () => null, write: () => undefined })).toBeNull();
    },
  );
});
