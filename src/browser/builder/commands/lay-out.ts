import dagre from "@dagrejs/dagre";
import type { Graph, Step } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { outputPathsOf } from "../document/graph-edits.ts";
import type { CardId, CardSize } from "../document/card.ts";
import { type Box, untangle } from "./untangle.ts";

const columnGap = 96;
const rowGap = 40;

/**
 * Computes a place for every card: left to right, one column per distance from the trigger, the trigger at the origin. Of `only` some
 * cards, the upper left corner of the group stays where it is.
 */
export function layOut(
  graph: Graph,
  catalogue: StepCatalogue,
  size: CardSize,
  only: ReadonlySet<CardId> | null = null,
): ReadonlyMap<CardId, Step["position"]> {
  const drawing = new dagre.graphlib.Graph()
    .setGraph({ rankdir: "LR", ranksep: columnGap, nodesep: rowGap })
    .setDefaultEdgeLabel(() => ({}));
  const everything: readonly CardId[] = ["trigger", ...inHandMadeOrder(graph)];
  const isMeant = (card: CardId) => only === null || only.has(card);
  const cards = everything.filter(isMeant);
  for (const card of cards) {
    drawing.setNode(card, {
      width: size.width,
      height: size.heightOf(outputPathsOf(graph, card, catalogue).length),
    });
  }
  for (const { from, to } of inPathOrder(graph, catalogue))
    if (isMeant(from) && isMeant(to)) drawing.setEdge(from, to);
  dagre.layout(drawing);
  const corners = new Map(cards.map((card) => [card, toCorner(drawing.node(card))]));
  const placed = untangle(graph, corners, catalogue);
  const [from, to] =
    only === null
      ? [placed.get("trigger") ?? nowhere, nowhere]
      : [cornerOf([...placed.values()]), cornerOf(cards.map((card) => placeOf(graph, card)))];
  return new Map(
    [...placed].map(([card, { x, y }]) => [
      card,
      { x: Math.round(x - from.x + to.x), y: Math.round(y - from.y + to.y) },
    ]),
  );
}

const nowhere: Step["position"] = { x: 0, y: 0 };

const placeOf = (graph: Graph, card: CardId): Step["position"] =>
  card === "trigger"
    ? graph.trigger_position
    : (graph.steps.find(({ id }) => id === card)?.position ?? nowhere);

/** The upper left corner around some places. */
const cornerOf = (places: readonly Step["position"][]): Step["position"] => ({
  x: Math.min(...places.map(({ x }) => x)),
  y: Math.min(...places.map(({ y }) => y)),
});

const toCorner = ({
  x,
  y,
  width,
  height,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
}): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  height,
});

/** Cards that stood higher stay higher where the lines leave a choice. */
const inHandMadeOrder = (graph: Graph) =>
  graph.steps
    .toSorted((a, b) => a.position.y - b.position.y || a.position.x - b.position.x)
    .map((step) => step.id);

/** The upper path of a card leads to the upper card. */
function inPathOrder(graph: Graph, catalogue: StepCatalogue) {
  const cards: readonly CardId[] = ["trigger", ...inHandMadeOrder(graph)];
  return cards.flatMap((card) => {
    const order = outputPathsOf(graph, card, catalogue).map((path) => path.id);
    return graph.edges
      .filter((edge) => edge.from === card)
      .toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  });
}
