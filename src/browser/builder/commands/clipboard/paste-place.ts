import type { Graph, Step } from "#core/domain";
import type { Clipping } from "./clipping.ts";

type Position = Step["position"];

/** Where pasted things go. */
export type PastePlace =
  /** The upper left corner of all of it stands there. */
  | { readonly kind: "at"; readonly position: Position }
  /** Shifted by this from where it was copied. */
  | { readonly kind: "beside"; readonly offset: Position }
  /** Into a line: the line leads to the first pasted step and goes on after the last one. */
  | { readonly kind: "into_line"; readonly line: string; readonly position: Position };

/** How far a copy stands from what it would cover exactly. */
export const cascade = 50;

/** The upper left corner of all that was copied. */
function cornerOf({ steps, notes }: Pick<Clipping, "steps" | "notes">): Position {
  const places = [...steps, ...notes].map(({ position }) => position);
  return {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
}

/** How far everything moves: to the place, and on from there while it would lie exactly on something. */
export function offsetTo(graph: Graph, clipping: Clipping, place: PastePlace): Position {
  const corner = cornerOf(clipping);
  let offset =
    place.kind === "beside"
      ? place.offset
      : {
          x: Math.round(place.position.x) - corner.x,
          y: Math.round(place.position.y) - corner.y,
        };
  const taken = new Set([...graph.steps, ...graph.notes].map(({ position }) => keyOf(position)));
  const lies = ({ x, y }: Position) =>
    [...clipping.steps, ...clipping.notes].some(({ position }) =>
      taken.has(keyOf(shifted(position, { x, y }))),
    );
  for (let tries = 0; lies(offset) && tries < taken.size; tries += 1)
    offset = { x: offset.x + cascade, y: offset.y + cascade };
  return offset;
}

/** Canvas pixels; a foreign clipping may name places so far away that sums of them are no numbers any more. */
const farthest = 1_000_000;

/** A place moved by an offset, never beyond what a canvas can show. */
export const shifted = (position: Position, by: Position): Position => ({
  x: bounded(position.x + by.x),
  y: bounded(position.y + by.y),
});

const bounded = (value: number) =>
  Number.isFinite(value) ? Math.min(Math.max(value, -farthest), farthest) : 0;

const keyOf = ({ x, y }: Position) => `${x} ${y}`;
