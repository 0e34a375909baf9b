import type { Graph } from "#core/domain";
import { expect, it } from "vitest";
import { sameGraph } from "./same-graph.ts";

const aGraph = (config: Graph["trigger"]["config"]): Graph => ({
  format: 1,
  trigger: {
    type: "manual",
    config,
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [],
  notes: [],
  silent_ends: [],
  edges: [],
});

it("looks past the order of keys, not past the order of lists", () => {
  expect(sameGraph(aGraph({ a: 1, b: { c: 2, d: 3 } }), aGraph({ b: { d: 3, c: 2 }, a: 1 }))).toBe(
    true,
  );
  expect(sameGraph(aGraph({ list: [1, 2] }), aGraph({ list: [2, 1] }))).toBe(false);
});
