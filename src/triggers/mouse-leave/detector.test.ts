import type { Evidence, Memory, Signal } from "#triggers/detectors";
import { describe, expect, it } from "vitest";
import { claimVectors } from "../../testing/behaviors/claim-vectors.ts";
import { mouseLeaveDetector } from "./detector.ts";

type MouseLeft = Extract<Signal, { type: "mouse_left" }>;

const noMemory: Memory = { read: () => null, write: () => undefined };
const entered = (at: number, path = "/", isLoad = at === 0): Signal => ({
  type: "page_entered",
  at,
  url: `https://shop.example.com${path}`,
  isLoad,
  isVisible: true,
});
/** Straight up and out, an act after the load and no field used. */
const left = (at: number, more: Partial<MouseLeft> = {}): Signal => ({
  type: "mouse_left",
  at,
  y: -5,
  run: 0,
  rise: 25,
  actedAt: Math.max(0, at - 500),
  fieldUsedAt: -Infinity,
  ...more,
});

const arm = () => {
  const detector = mouseLeaveDetector.arm({}, noMemory);
  if (detector === null) throw new Error("The config was refused");
  return detector;
};
const play = (signals: readonly Signal[], isWatched = true): Evidence[] => {
  const detector = arm();
  return signals
    .map((signal) => detector.take(signal, isWatched).evidence)
    .filter((evidence) => evidence !== null);
};
const fires = (signal: Signal): boolean => play([entered(0), signal]).length === 1;

describe("the mouse leave detector", () => {
  it.each<[string, Signal, boolean]>([
    ["straight up and out", left(8_000), true],
    ["toward a tab far aside", left(8_000, { run: 200, rise: 21 }), true],
    ["at the very edge", left(8_000, { y: 0 }), true],
    ["below the edge", left(8_000, { y: 1 }), false],
    ["along the edge", left(8_000, { run: 210, rise: 20 }), false],
    ["downward", left(8_000, { rise: -3 }), false],
    ["without rising", left(8_000, { rise: 0 }), false],
    ["just too early", left(4_999), false],
    ["just late enough", left(5_000), true],
    ["without an act", left(8_000, { actedAt: -Infinity }), false],
    ["just after a field", left(8_000, { fieldUsedAt: 5_001 }), false],
    ["long enough after a field", left(8_000, { fieldUsedAt: 5_000 }), true],
  ])("judges a mouse that goes %s", (_, signal, expected) => {
    expect(fires(signal)).toBe(expected);
  });

  it.each<[string, readonly Signal[], number]>([
    ["once on a page", [left(8_000), left(9_000), left(20_000)], 1],
    ["again on the next page", [left(8_000), entered(9_000, "/cart"), left(9_500)], 2],
    ["not again for another query", [left(8_000), entered(9_000, "/?page=2"), left(9_500)], 1],
    [
      "again on a restored page, as late as after a load",
      [left(8_000), entered(9_000, "/", true), left(13_000), left(15_000)],
      2,
    ],
    [
      "not for an act before a restore",
      [entered(9_000, "/", true), left(15_000, { actedAt: 8_000 })],
      0,
    ],
  ])("fires %s", (_, signals, times) => {
    expect(play([entered(0), ...signals])).toHaveLength(times);
  });

  it("keeps to its pages, and does not use itself up on others", () => {
    const detector = arm();
    detector.take(entered(0), false);
    expect(detector.take(left(8_000), false).evidence).toBeNull();
    detector.take(entered(9_000, "/cart"), true);
    expect(detector.take(left(9_900), true).evidence).toEqual({ seconds_since_load: 9 });
  });

  it.each<[Partial<MouseLeft>, string | null]>([
    [{}, null],
    [{ y: 40 }, "not_upward"],
    [{ at: 300 }, "too_early"],
    [{ actedAt: -1 }, "not_acted"],
    [{ fieldUsedAt: 7_000 }, "field_used"],
  ])("tells the inspector why not: %j", (more, reason) => {
    const detector = arm();
    detector.take(entered(0), true);
    detector.take(left(8_000, more), true);
    expect(detector.look()).toEqual({ times_left: 1, not_fired: reason });
  });
});

const inBrowser = (scenario: string) => ({
  notTested: `needs real events: e2e/signals/mouse-leave.scenario.ts, “${scenario}”`,
});

const expectAt = (places: unknown, expected: unknown): void => {
  if (!Array.isArray(places)) throw new TypeError("The vector has no list of places");
  expect(places.map((y) => fires(left(8_000, { y: Number(y) })))).toEqual(expected);
};
const expectArmedLate = (at: unknown): void => {
  expect(fires(left(Number(at)))).toBe(false);
  expect(fires(left(8_000, { actedAt: -1 }))).toBe(false);
};
/** Once per page view; once per session is the workflow's frequency, which the server keeps. */
const expectOnce = (): void => {
  expect(play([entered(0), left(8_000), left(9_000)])).toHaveLength(1);
};

claimVectors(["mouse_leave"], {
  "exit-ob-01": ({ input, ours }) => expectAt(input["mouseleave_clientY"], ours?.expected),
  "exit-ob-02": ({ input }) => expectArmedLate(input["leave_at_ms"]),
  "exit-ob-04": expectOnce,
  "exit-cr-01": inBrowser("out through the top after a look around"),
  "exit-cr-02": inBrowser("out by the left, the right and the bottom"),
  "exit-cr-04": inBrowser("dragged out, and let go outside"),
  "exit-ue-01": inBrowser("a phone"),
});
