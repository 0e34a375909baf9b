import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { describe, expect, it } from "vitest";
import { freePlace } from "./free-place.ts";

const aGraph = (...positions: readonly { x: number; y: number }[]): Graph => ({
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: -1_000, y: 0 },
  steps: positions.map((position, index) => ({
    id: toStepId(`s${index}`),
    type: "wait",
    name: "",
    config: {},
    position,
  })),
  notes: [],
  silent_ends: [],
  edges: [],
});

const size = { width: 264, heightOf: (paths: number) => 100 + 30 * paths };

describe("a free place", () => {
  it("is the wish itself, on the grid, when nothing stands there", () => {
    expect(freePlace(aGraph(), { x: 303, y: 98 }, new Map(), size)).toEqual({ x: 300, y: 100 });
  });

  it("is below whatever stands there, and below what stands under that", () => {
    const { x, y } = freePlace(
      aGraph({ x: 300, y: 150 }, { x: 320, y: 0 }),
      { x: 300, y: 20 },
      new Map(),
      size,
    );
    expect(x).toBe(300);
    expect(y).toBeGreaterThan(250);
  });
});
