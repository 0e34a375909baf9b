import { expect, it } from "vitest";
import type { Signal } from "#triggers/detectors";
import { returnVisitDetector } from "./detector.ts";

const take = (signal: Signal, isWatched: boolean) => {
  const detector = returnVisitDetector.arm({}, { read: () => null, write: () => undefined });
  return detector?.take(signal, isWatched);
};

it.each([
  [2, true, { visit_number: 2 }],
  [31, true, { visit_number: 31 }],
  [2, false, null],
  [1, true, null],
])("makes of visit %d, on a watched page: %s, %j", (visitNumber, isWatched, evidence) => {
  const verdict = take({ type: "session_began", at: 5, visitNumber }, isWatched);
  expect(verdict).toEqual({ evidence, wakeAt: null });
});

it("makes nothing of a page or a look at it", () => {
  const url = "https://shop.test/";
  for (const signal of [
    { type: "page_entered", at: 0, url, isLoad: true, isVisible: true },
    { type: "page_shown", at: 1 },
  ] satisfies Signal[])
    expect(take(signal, true)?.evidence).toBeNull();
});
