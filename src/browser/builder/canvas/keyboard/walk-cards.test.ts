import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { describe, expect, it } from "vitest";
import { nextCard } from "./walk-cards.ts";

const places = {
  ask: [300, 0],
  upper: [600, -100],
  middle: [600, 0],
  lower: [600, 100],
  alone: [300, 900],
};
const lines = [
  ["trigger", "ask"],
  ["ask", "upper"],
  ["ask", "middle"],
  ["ask", "lower"],
] as const;

const graph: Graph = {
  format: 1,
  trigger: {
    type: "manual",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: Object.entries(places).map(([id, [x = 0, y = 0]]) => ({
    id: toStepId(id),
    type: "wait",
    name: "",
    config: {},
    position: { x, y },
  })),
  notes: [],
  silent_ends: [],
  edges: lines.map(([from, to]) => ({
    from: from === "trigger" ? from : toStepId(from),
    path: to,
    to: toStepId(to),
  })),
};

describe("going from card to card", () => {
  it.each([
    ["trigger", "onward", "ask"],
    ["ask", "onward", "upper"],
    ["lower", "back", "ask"],
    ["upper", "down", "middle"],
    ["middle", "down", "lower"],
    ["lower", "up", "middle"],
  ] as const)("leads from %s %s to %s by the lines", (from, direction, to) => {
    expect(nextCard(graph, from === "trigger" ? from : toStepId(from), direction)).toBe(to);
  });

  it("finds a card that no line leads to, by where it stands", () => {
    expect(nextCard(graph, toStepId("ask"), "down")).toBe("lower");
    expect(nextCard(graph, toStepId("lower"), "down")).toBe("alone");
  });

  it("stays where nothing follows", () => {
    expect(nextCard(graph, "trigger", "back")).toBeNull();
  });
});
