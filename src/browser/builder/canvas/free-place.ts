import type { Graph, Step } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import type { CardSize } from "../document/card.ts";
import { outputPathsOf } from "../document/graph-edits.ts";

type Position = Step["position"];

const margin = 28;
const columnGap = 96;
/** Room for a new card of which only the type is known. */
const newcomerPaths = 2;

const snap = (value: number) => Math.round(value / 10) * 10;

/** The nearest place at or below a wish where a new card covers no other. */
export function freePlace(
  graph: Graph,
  wish: Position,
  catalogue: StepCatalogue,
  size: CardSize,
): Position {
  const cards = [
    { ...graph.trigger_position, height: size.heightOf(1) },
    ...graph.steps.map((step) => ({
      ...step.position,
      height: size.heightOf(outputPathsOf(graph, step.id, catalogue).length),
    })),
  ];
  let { x, y } = { x: snap(wish.x), y: snap(wish.y) };
  for (const card of cards.toSorted((a, b) => a.y - b.y)) {
    const isBeside = Math.abs(card.x - x) >= size.width + margin;
    if (
      !isBeside &&
      card.y < y + size.heightOf(newcomerPaths) + margin &&
      y < card.y + card.height + margin
    )
      y = snap(card.y + card.height + margin);
  }
  return { x, y };
}

/** Where a card that follows another one goes by itself. */
export const placeAfter = (
  graph: Graph,
  position: Position,
  catalogue: StepCatalogue,
  size: CardSize,
): Position =>
  freePlace(graph, { x: position.x + size.width + columnGap, y: position.y }, catalogue, size);
