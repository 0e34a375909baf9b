import type { Graph } from "#core/domain";
import { stepCatalogue } from "#steps";

/** The workflows that steps of a graph start. */
export const calledWorkflows = (graph: Graph): readonly string[] =>
  graph.steps.flatMap(({ type, config }) => {
    const bound = stepCatalogue.get(type)?.bind(config);
    return bound?.ok === true
      ? bound.step.references.flatMap(({ kind, id }) => (kind === "workflow" ? [id] : []))
      : [];
  });
