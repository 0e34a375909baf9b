import type { Edge } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { edgeKey } from "#core/domain";
import { record } from "../document/document.ts";
import { findStep, hasPath, withEdge } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";

/** Moves one end of an edge to another path or step. */
export const reconnect = (old: Edge, edge: Edge, catalogue: StepCatalogue): Command => ({
  label: "Reconnect",
  shortcut: null,
  isEnabled: ({ graph }) =>
    findStep(graph, edge.to) !== undefined &&
    hasPath(graph, edge, catalogue) &&
    (edgeKey(old) !== edgeKey(edge) || old.to !== edge.to),
  perform: (document) => {
    const edges = document.graph.edges.filter((other) => edgeKey(other) !== edgeKey(old));
    return record(document, withEdge({ ...document.graph, edges }, edge), "Reconnect");
  },
});
