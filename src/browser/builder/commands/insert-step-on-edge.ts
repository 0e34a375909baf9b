import type { Edge, Graph, StepId } from "#core/domain";
import { limits } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { firstLoosePath, withEdge } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";
import type { NewStep } from "./make-step.ts";
import { makeStep } from "./make-step.ts";
import { pushRight } from "./push-right.ts";

/** Puts a step between two: the line leads to it, and its first path on to where the line led. */
export const insertStepOnEdge = (
  added: NewStep,
  edge: Edge,
  catalogue: StepCatalogue,
  cardWidth: number,
): Command => ({
  label: `Insert ${added.type.title}`,
  shortcut: null,
  isEnabled: ({ graph }) =>
    graph.steps.length < limits.stepsPerWorkflow &&
    !graph.steps.some((step) => step.id === added.id) &&
    graph.edges.some(
      (other) => other.from === edge.from && other.path === edge.path && other.to === edge.to,
    ),
  perform: (document) => {
    const grown: Graph = { ...document.graph, steps: [...document.graph.steps, makeStep(added)] };
    return record(
      document,
      between(pushRight(grown, added.id, edge.to, cardWidth), edge, added.id, catalogue),
      `Insert ${added.type.title}`,
    );
  },
});

/** A step that has no path (Close Conversation) ends the line there. */
function between(graph: Graph, edge: Edge, id: StepId, catalogue: StepCatalogue): Graph {
  const into = withEdge(graph, { from: edge.from, path: edge.path, to: id });
  const path = firstLoosePath(into, id, catalogue);
  return path === null ? into : withEdge(into, { from: id, path, to: edge.to });
}
