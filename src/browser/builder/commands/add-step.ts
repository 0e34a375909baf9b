import type { Edge } from "#core/domain";
import { limits } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import { record } from "../document/document.ts";
import { hasPath, withEdge } from "../document/graph-edits.ts";
import type { Command } from "./command.ts";
import type { NewStep } from "./make-step.ts";
import { makeStep } from "./make-step.ts";

/** Adds a step, wired to a loose path when `after` names one. */
export const addStep = (
  added: NewStep,
  catalogue: StepCatalogue,
  after: Pick<Edge, "from" | "path"> | null = null,
): Command => ({
  label: `Add ${added.type.title}`,
  shortcut: null,
  isEnabled: ({ graph }) =>
    graph.steps.length < limits.stepsPerWorkflow &&
    !graph.steps.some((step) => step.id === added.id) &&
    (after === null || hasPath(graph, after, catalogue)),
  perform: (document) => {
    const graph = { ...document.graph, steps: [...document.graph.steps, makeStep(added)] };
    return record(
      document,
      after === null ? graph : withEdge(graph, { ...after, to: added.id }),
      `Add ${added.type.title}`,
    );
  },
});
