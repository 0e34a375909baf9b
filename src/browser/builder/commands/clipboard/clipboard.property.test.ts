import { edgeKey, graphSchema } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countingIds,
  everythingIn,
  gestures,
  play,
} from "../../../../testing/builder/random-gestures.ts";
import { testCatalogue } from "../../../../testing/builder/test-catalogue.ts";
import { nothingSelected } from "../../document/selection.ts";
import { parseClipping } from "./parse-clipping.ts";
import { pasteClipping } from "./paste-clipping.ts";
import { formatClipping, toClipping } from "./to-clipping.ts";

const runs = { numRuns: 1_000 };
const at = { kind: "at", position: { x: 40, y: 60 } } as const;

describe("what is copied of any graph", () => {
  it("is read from its text as it was", () => {
    fc.assert(
      fc.property(gestures, (made) => {
        const { graph } = play(made);
        const clipping = toClipping(graph, everythingIn(graph));
        if (clipping === null) return;
        expect(parseClipping(formatClipping(clipping))).toEqual({
          ok: true,
          clipping,
          from: "clipping",
        });
      }),
      runs,
    );
  });

  it("is pasted into any other under fresh ids, all lines between its steps with it, and touches nothing there", () => {
    fc.assert(
      fc.property(gestures, gestures, (made, madeThere) => {
        const clipping = toClipping(play(made).graph, everythingIn(play(made).graph));
        const there = play(madeThere);
        if (clipping === null) return;
        const paste = pasteClipping(clipping, at, {
          ids: countingIds("fresh-"),
          catalogue: testCatalogue,
        });
        if (!paste.isEnabled(there, nothingSelected)) return;
        const { graph } = paste.perform(there, nothingSelected);
        const steps = graph.steps.slice(there.graph.steps.length);
        const edges = graph.edges.slice(there.graph.edges.length);
        const notes = graph.notes.slice(there.graph.notes.length);
        expect(graph.steps.slice(0, there.graph.steps.length)).toEqual(there.graph.steps);
        expect(graph.edges.slice(0, there.graph.edges.length)).toEqual(there.graph.edges);
        const fresh = new Map(clipping.steps.map(({ id }, index) => [id, steps[index]?.id ?? id]));
        for (const [old, id] of fresh) expect(id).not.toBe(old);
        expect(edges.map(edgeKey).toSorted()).toEqual(
          clipping.edges
            .map(({ from, path }) => edgeKey({ from: fresh.get(from) ?? from, path }))
            .toSorted(),
        );
        expect(edges.map(({ to }) => to)).toEqual(clipping.edges.map(({ to }) => fresh.get(to)));
        expect(steps.map(({ config, name, type }) => ({ config, name, type }))).toEqual(
          clipping.steps.map(({ config, name, type }) => ({ config, name, type })),
        );
        expect(notes.map(({ text }) => text)).toEqual(clipping.notes.map(({ text }) => text));
        expect(graphSchema.safeParse(graph).success).toBe(true);
      }),
      runs,
    );
  });
});

it("gives an answer for any text, and never throws", () => {
  const foreign = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((text) => text.slice(0, -1)),
  );
  fc.assert(
    fc.property(foreign, (text) => {
      const parsed = parseClipping(text);
      expect(parsed.ok ? "" : parsed.problem.message).not.toBe(parsed.ok ? null : "");
    }),
    runs,
  );
});
