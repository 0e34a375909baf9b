import type { Edge } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { findStep, hasPath, withEdge } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";

/** Leads a path to a step; a path has one edge, so an older one gives way. */
export const connect = (edge: Edge, catalogue: StepCatalogue): Command => ({
  label: "Connect",
  shortcut: null,
  isEnabled: ({ graph }) =>
    findStep(graph, edge.to) !== undefined &&
    hasPath(graph, edge, catalogue) &&
    !graph.edges.some(
      (old) => old.from === edge.from && old.path === edge.path && old.to === edge.to,
    ),
  perform: (document) => record(document, withEdge(document.graph, edge), "Connect"),
});
