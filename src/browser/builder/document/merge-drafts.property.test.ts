import { edgeKey, type Graph, graphSchema } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countingIds, gestures, play } from "../../../testing/builder/random-gestures.ts";
import { mergeDrafts } from "./merge-drafts.ts";
import { sameGraph } from "./same-graph.ts";

/** Two drafts made from the same one. */
const threeDrafts = fc.tuple(gestures, gestures, gestures).map(([start, one, other]) => {
  const base = play(start).graph;
  return {
    base,
    mine: play(one.slice(0, 6), { from: base, ids: countingIds("mine-") }).graph,
    theirs: play(other.slice(0, 6), { from: base, ids: countingIds("theirs-") }).graph,
  };
});

/** All that a graph says, in pieces that are changed independently of each other. */
function piecesOf(graph: Graph): ReadonlyMap<string, string> {
  const pieces = new Map<string, string>();
  const add = (key: string, value: unknown) => pieces.set(key, JSON.stringify(value));
  add("trigger", graph.trigger);
  add("trigger place", graph.trigger_position);
  for (const { id, name, type, config, position } of graph.steps) {
    add(`step ${id} name`, name);
    add(`step ${id} settings`, [type, config]);
    add(`step ${id} place`, position);
  }
  for (const edge of graph.edges) add(`edge ${edgeKey(edge)}`, edge.to);
  for (const { id, text, ...box } of graph.notes) {
    add(`note ${id} text`, text);
    add(`note ${id} box`, [box.position, box.width, box.height]);
  }
  for (const end of graph.silent_ends) add(`silent ${edgeKey(end)}`, true);
  return pieces;
}

const runs = { numRuns: 1_000 };

describe("two drafts made from the same one", () => {
  it("merge to the same whoever is called mine", () => {
    fc.assert(
      fc.property(threeDrafts, ({ base, mine, theirs }) => {
        const [one, other] = [mergeDrafts(base, mine, theirs), mergeDrafts(base, theirs, mine)];
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(sameGraph(one.graph, other.graph)).toBe(true);
        else expect(one).toEqual(other);
      }),
      runs,
    );
  });

  it("lose no change of either side when they merge, and undo none", () => {
    let merges = 0;
    let conflicts = 0;
    fc.assert(
      fc.property(threeDrafts, ({ base, mine, theirs }) => {
        const merged = mergeDrafts(base, mine, theirs);
        if (!merged.ok) return void (conflicts += 1);
        if (!sameGraph(mine, base) && !sameGraph(theirs, base)) merges += 1;
        expect(graphSchema.safeParse(merged.graph).success).toBe(true);
        const [before, own, other, after] = [base, mine, theirs, merged.graph].map(piecesOf);
        for (const key of new Set(
          [before, own, other, after].flatMap((of) => [...(of?.keys() ?? [])]),
        )) {
          const [b, m, t] = [before?.get(key), own?.get(key), other?.get(key)];
          // Both changed it: then they agree, or this had been a conflict.
          if (m !== b && t !== b) expect(m).toBe(t);
          expect(after?.get(key)).toBe(m === b ? t : m);
        }
      }),
      runs,
    );
    // The property means something: both ways of ending are common.
    expect(merges).toBeGreaterThan(50);
    expect(conflicts).toBeGreaterThan(50);
  });

  it("are a conflict whenever both changed a piece differently", () => {
    fc.assert(
      fc.property(threeDrafts, ({ base, mine, theirs }) => {
        const [before, own, other] = [base, mine, theirs].map(piecesOf);
        const clash = [...(before?.keys() ?? [])].some((key) => {
          const [b, m, t] = [before?.get(key), own?.get(key), other?.get(key)];
          return m !== b && t !== b && m !== t;
        });
        if (clash) expect(mergeDrafts(base, mine, theirs).ok).toBe(false);
      }),
      runs,
    );
  });
});
