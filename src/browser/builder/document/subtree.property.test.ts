import { type Graph, toStepId } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gestures, play } from "../../../testing/builder/random-gestures.ts";
import { emptyGraph } from "../../../testing/builder/test-catalogue.ts";
import type { CardId } from "./card.ts";
import { subtreeOf } from "./subtree.ts";

const drawn = (...lines: readonly string[]): Graph => {
  const edges = lines.map((line) => {
    const [from = "", to = ""] = line.split(">");
    return {
      from: from === "trigger" ? ("trigger" as const) : toStepId(from),
      path: to,
      to: toStepId(to),
    };
  });
  const ids = new Set(edges.flatMap(({ from, to }) => (from === "trigger" ? [to] : [from, to])));
  return {
    ...emptyGraph,
    steps: [...ids].map((id) => ({
      id,
      type: "one",
      name: id,
      config: {},
      position: { x: 0, y: 0 },
    })),
    edges,
  };
};

describe("a subtree", () => {
  it.each([
    ["a chain", ["trigger>a", "a>b", "b>c"], "b", ["b", "c"]],
    [
      "both arms of a fork that meet again",
      ["trigger>a", "a>b", "a>c", "b>d", "c>d"],
      "a",
      ["a", "b", "c", "d"],
    ],
    ["one arm without where they meet", ["trigger>a", "a>b", "a>c", "b>d", "c>d"], "b", ["b"]],
    ["a loop inside", ["trigger>a", "a>b", "b>c", "c>b"], "b", ["b", "c"]],
    ["a loop back to before", ["trigger>a", "a>b", "b>a"], "b", ["b"]],
    ["not what a loose card leads to as well", ["trigger>a", "a>b", "x>b"], "a", ["a"]],
  ])("holds %s", (_, lines, start, expected) => {
    expect(subtreeOf(drawn(...lines), toStepId(start)).toSorted()).toEqual(expected);
  });

  it("of any graph is entered by its first card alone", () => {
    fc.assert(
      fc.property(gestures, fc.nat(), (made, number) => {
        const { graph } = play(made);
        const start: CardId =
          graph.steps[number % Math.max(graph.steps.length, 1)]?.id ?? "trigger";
        const subtree = subtreeOf(graph, start);
        expect(subtree).toContain(start);
        for (const { from, to } of graph.edges)
          if (to !== start && subtree.includes(to)) expect(subtree).toContain(from);
      }),
      { numRuns: 1_000 },
    );
  });
});
