import { describe, expect, it } from "vitest";
import {
  emptyGraph,
  testCardSize,
  testCatalogue,
} from "../../../testing/builder/test-catalogue.ts";
import { makeClipping } from "../commands/clipboard/clipping.ts";
import { placeAround, sizeOfClipping } from "./place-around.ts";

const place = (middle: { x: number; y: number }) =>
  placeAround(emptyGraph, { width: 200, height: 100 }, middle, testCatalogue, testCardSize);

describe("a place around a point", () => {
  it("has the point in its middle, on the grid, when nothing stands there", () => {
    expect(place({ x: 1_003, y: 1_000 })).toEqual({ x: 900, y: 950 });
  });

  it("is below the card that stands there", () => {
    // The trigger's card reaches from 0 to 130.
    expect(place({ x: 100, y: 60 })).toEqual({ x: 0, y: 160 });
  });
});

it("a clipping is as large as all its notes and cards together", () => {
  const note = { id: "n", text: "", position: { x: 500, y: -100 }, width: 200, height: 100 };
  const size = sizeOfClipping(
    makeClipping({
      steps: [],
      edges: [],
      silent_ends: [],
      notes: [note, { ...note, id: "m", position: { x: 0, y: 0 } }],
    }),
    testCatalogue,
    testCardSize,
  );
  expect(size).toEqual({ width: 700, height: 200 });
});
