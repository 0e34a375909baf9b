import type { Graph, StepId } from "#core/domain";
import type { StepCatalogue, TriggerCatalogue } from "#core/engine";
import { type CheckedGraph, toCheckedGraph } from "./checked-graph.ts";
import type { CheckedWorld } from "./checked-world.ts";
import { walkFrom, type Way, waysTo } from "./ways/reach.ts";
import { findVariableWays, type VariableWays } from "./ways/variable-ways.ts";

/** What is known of a variable at a step, before the step itself does anything. */
export interface VariableHere {
  readonly name: string;
  /** On every way here it has a value; on some; or only steps that do not lead here give it one. */
  readonly presence: "always" | "maybe" | "elsewhere";
  /** Steps that give it a value, in the order of the graph. */
  readonly writers: readonly StepId[];
  /** A shortest way here on which it gets no value; empty when it always has one, and when the step is where a run begins. */
  readonly way: readonly Way[];
}

/**
 * Prepares a draft for questions about its variables: the same analysis as the check of variables that may be unset.
 * A step that no run can arrive at yet is judged from where its own chain of steps begins.
 */
export const findVariables = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  world: CheckedWorld,
): ((stepId: StepId) => readonly VariableHere[]) => {
  const checked = toCheckedGraph(graph, steps, triggers, world);
  const variables = findVariableWays(checked);
  const before = toBefore(graph, checked);
  return (stepId) => {
    const earlier = before(stepId);
    const first = checked.reachable.has(stepId)
      ? checked.firstStepId
      : ([...earlier].findLast((id) => before(id).size === 0) ?? stepId);
    return [...variables].map(([name, ways]) =>
      judge(name, ways, stepId, { first, earlier, checked }),
    );
  };
};

interface Place {
  readonly first: StepId | null;
  readonly earlier: ReadonlySet<StepId>;
  readonly checked: CheckedGraph;
}

const judge = (
  name: string,
  { writers, waysFrom }: VariableWays,
  stepId: StepId,
  { first, earlier, checked }: Place,
): VariableHere => {
  const leadsHere = [...writers].some(([writer, path]) => {
    const target = checked.target(writer, path);
    return target !== null && (target === stepId || earlier.has(target));
  });
  const without = walkFrom(first, waysFrom);
  return {
    name,
    presence: !leadsHere ? "elsewhere" : without.has(stepId) ? "maybe" : "always",
    writers: checked.graph.steps.flatMap(({ id }) => (writers.has(id) ? [id] : [])),
    way: without.has(stepId) ? waysTo(without, stepId) : [],
  };
};

/** Finds the steps from which ways lead to a step, directly or over others, nearest first; the step itself only when it stands in a loop. */
const toBefore = (graph: Graph, { waysFrom }: CheckedGraph) => {
  const into = new Map<StepId, StepId[]>();
  for (const { id } of graph.steps)
    for (const { to } of waysFrom(id)) into.set(to, [...(into.get(to) ?? []), id]);
  return (stepId: StepId): ReadonlySet<StepId> => {
    const before = new Set<StepId>(into.get(stepId));
    // A Set yields what is added while it is walked.
    for (const id of before) for (const from of into.get(id) ?? []) before.add(from);
    return before;
  };
};
