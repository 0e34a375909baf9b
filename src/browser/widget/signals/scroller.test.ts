import { describe, expect, it } from "vitest";
import { claimVectors } from "../../../testing/behaviors/claim-vectors.ts";
import { depthOf } from "./scroller.ts";

/** A page 1,000 px high in view. */
const depthAt = (scrollTop: number, scrollHeight: number): number | null =>
  depthOf({ scrollTop, scrollHeight, clientHeight: 1_000 });

describe("the depth of a page", () => {
  it.each<[string, number, number, number | null]>([
    ["its beginning", 0, 4_000, 0],
    ["half of the way, not of the content", 1_500, 4_000, 50],
    ["every begun tenth", 1, 4_000, 0.1],
    ["its end", 3_000, 4_000, 100],
    ["an end that zooming put a fraction higher", 19.5, 1_020, 100],
    ["the page pulled above its beginning", -40, 4_000, 0],
    ["the page pulled below its end", 3_040, 4_000, 100],
    ["the least way there is", 8, 1_016, 50],
    ["less than that", 15, 1_015, null],
    ["a page that fits", 0, 1_000, null],
  ])("%s", (_name, scrollTop, scrollHeight, expected) => {
    expect(depthAt(scrollTop, scrollHeight)).toBe(expected);
  });
});

const played = {
  notTested: "played in e2e/signals/scroll.scenario.ts, since it is the page that keeps the place",
};
const expectDepth = (
  { scrollY, clientHeight, scrollHeight }: Readonly<Record<string, unknown>>,
  expected: unknown,
): void =>
  expect(
    depthOf({
      scrollTop: Number(scrollY),
      clientHeight: Number(clientHeight),
      scrollHeight: Number(scrollHeight),
    }),
  ).toBe(expected);
const fits = { scrollY: 0, clientHeight: 1_000, scrollHeight: 1_000 };

claimVectors(["scroll_depth"], {
  "scroll-ph-01": ({ input, ours }) => expectDepth(input, ours?.expected),
  "scroll-ph-02": ({ input, ours }) => expectDepth(input, ours?.expected),
  "scroll-pl-01": ({ ours }) => expectDepth(fits, ours?.expected),
  "scroll-dd-01": played,
  "scroll-dd-02": played,
});
