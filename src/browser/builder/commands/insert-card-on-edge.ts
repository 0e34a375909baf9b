import type { Edge, Graph, StepId } from "#core/domain";
import { edgeKey } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { findStep, firstLoosePath, replaceStep, withEdge } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";
import { pushRight } from "./push-right.ts";

/** Whether no line leads to a step or from it. */
export const isLoose = (graph: Graph, id: StepId): boolean =>
  findStep(graph, id) !== undefined &&
  !graph.edges.some(({ from, to }) => from === id || to === id);

/** Puts a loose step that is there already between two others, where it was dropped. */
export const insertCardOnEdge = (
  id: StepId,
  position: { readonly x: number; readonly y: number },
  edge: Edge,
  catalogue: StepCatalogue,
  cardWidth: number,
): Command => ({
  label: "Insert",
  shortcut: null,
  isEnabled: ({ graph }) =>
    isLoose(graph, id) &&
    graph.edges.some((other) => edgeKey(other) === edgeKey(edge) && other.to === edge.to),
  perform: (document) => {
    const placed = replaceStep(document.graph, id, (step) => ({ ...step, position }));
    const roomy = pushRight(placed, id, edge.to, cardWidth);
    const into = withEdge(roomy, { from: edge.from, path: edge.path, to: id });
    const path = firstLoosePath(into, id, catalogue);
    const graph = path === null ? into : withEdge(into, { from: id, path, to: edge.to });
    return record(document, graph, "Insert");
  },
});
