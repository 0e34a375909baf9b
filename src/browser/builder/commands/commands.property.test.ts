import { edgeKey, graphSchema } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gestures, play } from "../../../testing/builder/random-gestures.ts";
import { testCatalogue } from "../../../testing/builder/test-catalogue.ts";
import type { CardId } from "../document/card.ts";
import { redo, undo } from "../document/document.ts";
import { outputPathsOf } from "../document/graph-edits.ts";
import { selectionAfter } from "../document/selection.ts";

const runs = { numRuns: 1_000 };

describe("any sequence of commands", () => {
  it("leaves a graph that its schema parses to the same", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const { graph } = play(made, { goesBack: true });
        expect(graphSchema.parse(JSON.parse(JSON.stringify(graph)))).toEqual(graph);
      }),
      runs,
    );
  });

  it("leaves such a graph after each single command", () => {
    fc.assert(
      fc.property(
        gestures,
        (made) =>
          void play(made, {
            checked: (_, after) => expect(graphSchema.safeParse(after.graph).success).toBe(true),
          }),
      ),
    );
  });

  it("never leaves an edge on a path that its card has not", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const { graph } = play(made, { goesBack: true });
        for (const edge of graph.edges)
          expect(outputPathsOf(graph, edge.from, testCatalogue).map((path) => path.id)).toContain(
            edge.path,
          );
      }),
      runs,
    );
  });

  it("is undone to every state it went through, byte for byte, and redone again", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const end = play(made);
        const states = [
          ...end.past.map((entry) => JSON.stringify(entry.graph)),
          JSON.stringify(end.graph),
        ];
        let document = end;
        for (const expected of states.slice(0, -1).toReversed()) {
          document = undo(document);
          expect(JSON.stringify(document.graph)).toBe(expected);
        }
        expect(undo(document)).toBe(document);
        for (const expected of states.slice(1)) {
          document = redo(document);
          expect(JSON.stringify(document.graph)).toBe(expected);
        }
        expect(redo(document)).toBe(document);
      }),
      runs,
    );
  });

  it("adds at most one undo entry per gesture, and none when nothing changed", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        play(made, {
          checked: (before, after) => {
            expect(after.past.length - before.past.length).toBeLessThanOrEqual(1);
            if (after.graph === before.graph) expect(after).toBe(before);
          },
        });
      }),
    );
  });

  it("leaves only things selected that exist", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        play(made, {
          checked: (before, after, selection) => {
            const kept = selectionAfter(before.graph, after.graph, selection);
            const cards: readonly CardId[] = [
              "trigger",
              ...after.graph.steps.map((step) => step.id),
            ];
            for (const card of kept.cards) expect(cards).toContain(card);
            for (const key of kept.edges) expect(after.graph.edges.map(edgeKey)).toContain(key);
            for (const id of kept.notes)
              expect(after.graph.notes.map((note) => note.id)).toContain(id);
          },
        });
      }),
    );
  });
});
