import { graphSchema } from "#core/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { gestures, play } from "../../../testing/builder/random-gestures.ts";
import { emptyGraph } from "../../../testing/builder/test-catalogue.ts";
import { packHistory, unpackHistory } from "./pack-history.ts";

it("any history is read as it was written, to the byte", () => {
  fc.assert(
    fc.property(gestures, (made) => {
      const played = {
        ...play(made, { from: graphSchema.parse(emptyGraph), goesBack: true }),
        openGroup: null,
      };
      const read = unpackHistory(packHistory(played));
      expect(JSON.stringify(read)).toBe(JSON.stringify(played));
    }),
    { numRuns: 1_000 },
  );
});

it.each(["", "{}", "null", '{"form":2}', packHistory(play([])).replace('"steps":0', '"steps":9')])(
  "what is no history is none: %s",
  (text) => {
    expect(unpackHistory(text)).toBeNull();
  },
);

it("five hundred small changes of a large workflow stay small", () => {
  const steps = Array.from({ length: 300 }, (_, index) => `step-${index}`);
  const from = graphSchema.parse({
    ...emptyGraph,
    steps: steps.map((id) => ({
      id,
      type: "one",
      name: "x".repeat(80),
      config: { text: "y".repeat(200) },
      position: { x: 0, y: 0 },
    })),
  });
  const document = play(
    Array.from({ length: 400 }, (_, index) => ({
      kind: 11,
      a: index,
      b: 0,
      text: `name ${index}`,
    })),
    { from },
  );
  expect(document.past.length).toBeGreaterThan(300);
  expect(JSON.stringify(document.past).length).toBeGreaterThan(20_000_000);
  expect(packHistory(document).length).toBeLessThan(1_000_000);
});
