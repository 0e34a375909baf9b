import dagre from "@dagrejs/dagre";
import type { Graph, Step } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { outputPathsOf } from "../document/graph-edits.ts";
import type { CardId, CardSize } from "../document/card.ts";
import { type Box, untangle } from "./untangle.ts";

const columnGap = 96;
const rowGap = 40;

/** Computes a place for every card: left to right, one column per distance from the trigger, the trigger at the origin. */
export function layOut(
  graph: Graph,
  catalogue: StepCatalogue,
  size: CardSize,
): ReadonlyMap<CardId, Step["position"]> {
  const drawing = new dagre.graphlib.Graph()
    .setGraph({ rankdir: "LR", ranksep: columnGap, nodesep: rowGap })
    .setDefaultEdgeLabel(() => ({}));
  const cards: readonly CardId[] = ["trigger", ...inHandMadeOrder(graph)];
  for (const card of cards) {
    drawing.setNode(card, {
      width: size.width,
      height: size.heightOf(outputPathsOf(graph, card, catalogue).length),
    });
  }
  for (const edge of inPathOrder(graph, catalogue)) drawing.setEdge(edge.from, edge.to);
  dagre.layout(drawing);
  const corners = new Map(cards.map((card) => [card, toCorner(drawing.node(card))]));
  const placed = untangle(graph, corners, catalogue);
  const origin = placed.get("trigger") ?? { x: 0, y: 0 };
  return new Map(
    [...placed].map(([card, { x, y }]) => [
      card,
      { x: Math.round(x - origin.x), y: Math.round(y - origin.y) },
    ]),
  );
}

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
