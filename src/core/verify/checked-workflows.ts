import type { Graph, WorkflowId } from "#core/domain";
import { type BoundGraph, bindGraph } from "#core/engine";
import type { CheckedGraph } from "./checked-graph.ts";

/** A workflow as it stands beside others: the draft in place of its own live version. */
export interface Neighbour {
  readonly id: WorkflowId;
  readonly name: string;
  readonly priority: number;
  readonly graph: Graph;
  readonly bound: BoundGraph;
}

/** Graphs of live versions never change, so each is bound once. */
const boundGraphs = new WeakMap<Graph, BoundGraph>();

/** The draft among the live workflows, in priority order; empty when its place or the others are not known. */
export const toNeighbours = (checked: CheckedGraph): readonly Neighbour[] => {
  const { graph: draft, bound, steps, triggers, world } = checked;
  const { workflows = [], workflowId } = world;
  if (!workflows.some(({ id }) => id === workflowId)) return [];
  return workflows
    .flatMap(({ graph, ...workflow }): readonly Neighbour[] => {
      if (workflow.id === workflowId) return [{ ...workflow, graph: draft, bound }];
      if (graph === null) return [];
      const known = boundGraphs.get(graph) ?? bindGraph(graph, steps, triggers);
      boundGraphs.set(graph, known);
      return [{ ...workflow, graph, bound: known }];
    })
    .toSorted((a, b) => a.priority - b.priority);
};

/** Workflows that steps of this one start. */
const startedBy = ({ bound }: Neighbour): readonly string[] =>
  [...bound.steps.values()].flatMap(({ references }) =>
    references.flatMap(({ kind, id }) => (kind === "workflow" ? [id] : [])),
  );

/** Tells whether a workflow can speak to the contact: by a step, an AI agent, or a workflow that it starts. */
export const canSpeak = (first: Neighbour, all: readonly Neighbour[]): boolean => {
  const seen = new Set([first]);
  for (const workflow of seen) {
    if (workflow.graph.trigger.ai_agent?.mode === "hand_to") return true;
    if ([...workflow.bound.steps.values()].some(({ speaks }) => speaks)) return true;
    for (const id of startedBy(workflow))
      for (const next of all) if (next.id === id) seen.add(next);
  }
  return false;
};
