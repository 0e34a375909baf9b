import type { Graph, Step } from "#core/domain";
import { record } from "../document/document.ts";
import type { CardId } from "../document/card.ts";
import type { Command } from "./command.ts";

/** Puts cards where a drag left them; one drag of any number of cards is one entry, and so are key presses of one `group`. */
export const moveCards = (
  positions: ReadonlyMap<CardId, Step["position"]>,
  group: string | null = null,
): Command => ({
  label: "Move",
  shortcut: null,
  isEnabled: ({ graph }) => moved(graph, positions) !== graph,
  perform: (document) => record(document, moved(document.graph, positions), "Move", group),
});

function moved(graph: Graph, positions: ReadonlyMap<CardId, Step["position"]>): Graph {
  const differs = (card: CardId, old: Step["position"]) => {
    const position = positions.get(card);
    return position !== undefined && (position.x !== old.x || position.y !== old.y);
  };
  const some =
    differs("trigger", graph.trigger_position) ||
    graph.steps.some((step) => differs(step.id, step.position));
  if (!some) return graph;
  return {
    ...graph,
    trigger_position: positions.get("trigger") ?? graph.trigger_position,
    steps: graph.steps.map((step) =>
      differs(step.id, step.position)
        ? { ...step, position: positions.get(step.id) ?? step.position }
        : step,
    ),
  };
}
