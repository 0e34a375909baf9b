import type { Graph, Step } from "#core/domain";
import type { CardId } from "../../document/card.ts";

export type Direction = "onward" | "back" | "up" | "down";

type Position = Step["position"];

/**
 * The card next to one: onward and back along the lines, up and down among the cards that follow the same ones. Where no line leads,
 * the nearest card that stands in that direction; null when there is none.
 */
export function nextCard(graph: Graph, from: CardId, direction: Direction): CardId | null {
  const places = placesOf(graph);
  const here = places.get(from);
  if (here === undefined) return null;
  const byHeight = (cards: readonly CardId[]) =>
    [...new Set(cards)]
      .filter((card) => card !== from && places.has(card))
      .toSorted((a, b) => (places.get(a)?.y ?? 0) - (places.get(b)?.y ?? 0));
  const nearestByHeight = (cards: readonly CardId[]) =>
    byHeight(cards).toSorted(
      (a, b) =>
        Math.abs((places.get(a)?.y ?? 0) - here.y) - Math.abs((places.get(b)?.y ?? 0) - here.y),
    )[0];
  const before = graph.edges.filter((edge) => edge.to === from).map((edge) => edge.from);
  if (direction === "onward" || direction === "back") {
    const along =
      direction === "onward"
        ? byHeight(graph.edges.filter((edge) => edge.from === from).map((edge) => edge.to))[0]
        : nearestByHeight(before);
    return along ?? nearest(places, from, direction);
  }
  const siblings = byHeight(
    graph.edges.filter((edge) => before.includes(edge.from)).map((edge) => edge.to),
  );
  const next =
    direction === "down"
      ? siblings.find((card) => isBelow(places.get(card), here))
      : siblings.findLast((card) => isBelow(here, places.get(card)));
  return next ?? nearest(places, from, direction);
}

const placesOf = (graph: Graph): ReadonlyMap<CardId, Position> =>
  new Map<CardId, Position>([
    ["trigger", graph.trigger_position],
    ...graph.steps.map((step): [CardId, Position] => [step.id, step.position]),
  ]);

const isBelow = (one: Position | undefined, other: Position | undefined): boolean =>
  one !== undefined && other !== undefined && one.y > other.y;

/** Twice as far aside is as far as once ahead: what stands straight ahead is meant. */
const asideWeight = 2;

function nearest(
  places: ReadonlyMap<CardId, Position>,
  from: CardId,
  direction: Direction,
): CardId | null {
  const here = places.get(from);
  if (here === undefined) return null;
  let best: { readonly card: CardId; readonly distance: number } | null = null;
  for (const [card, { x, y }] of places) {
    const [right, down] = [x - here.x, y - here.y];
    const ahead = { onward: right, back: -right, down, up: -down }[direction];
    const aside = Math.abs(direction === "onward" || direction === "back" ? down : right);
    if (card === from || ahead <= 0) continue;
    const distance = ahead + asideWeight * aside;
    if (best === null || distance < best.distance) best = { card, distance };
  }
  return best?.card ?? null;
}
