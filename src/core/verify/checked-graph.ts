import type { Graph, StepId } from "#core/domain";
import {
  type BoundGraph,
  bindGraph,
  type OutputPath,
  type StepCatalogue,
  type TriggerCatalogue,
} from "#core/engine";

/** A way from one step to the next by an output path that exists. */
export interface Way {
  readonly from: StepId;
  readonly path: string;
  readonly to: StepId;
}

/** A draft as the checks see it: configs parsed once, edges as lookups. */
export interface CheckedGraph {
  readonly graph: Graph;
  readonly bound: BoundGraph;
  readonly triggerInputs: readonly string[];
  readonly nameOf: (id: StepId) => string;
  /** Output paths of a step, from its sketch when its config is invalid. */
  readonly outputPaths: (id: StepId) => readonly OutputPath[];
  readonly firstStepId: StepId | null;
  readonly waysFrom: (id: StepId) => readonly Way[];
  /** Steps a run can arrive at, each with the shortest way there from the trigger, itself last. */
  readonly reachable: ReadonlyMap<StepId, readonly StepId[]>;
}

/** Members and teams that exist, by id. */
export interface People {
  readonly members: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

/** Prepares a draft for the checks. */
export const toCheckedGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
): CheckedGraph => {
  const bound = bindGraph(graph, steps, triggers);
  const stepsById = new Map(graph.steps.map((step) => [step.id, step]));
  const paths = new Map(
    graph.steps.map(
      ({ id, type, config }) =>
        [
          id,
          bound.steps.get(id)?.outputPaths ?? steps.get(type)?.sketch(config).outputPaths ?? [],
        ] as const,
    ),
  );
  const outputPaths = (id: StepId): readonly OutputPath[] => paths.get(id) ?? [];
  const ways = new Map<string, Way[]>();
  for (const { from, path, to } of graph.edges) {
    if (from === "trigger" || !outputPaths(from).some(({ id }) => id === path)) continue;
    ways.set(from, [...(ways.get(from) ?? []), { from, path, to }]);
  }
  const firstStepId =
    graph.edges.find(({ from, path }) => from === "trigger" && path === "next")?.to ?? null;
  const waysFrom = (id: StepId): readonly Way[] => ways.get(id) ?? [];
  return {
    graph,
    bound,
    triggerInputs: bound.trigger?.inputs ?? triggers.get(graph.trigger.type)?.inputs ?? [],
    nameOf: (id) => stepsById.get(id)?.name || stepsById.get(id)?.type || id,
    outputPaths,
    firstStepId,
    waysFrom,
    reachable: walkFrom(firstStepId, waysFrom),
  };
};

/** Finds every step that can be arrived at from a first one, each with the shortest way there. */
export const walkFrom = (
  first: StepId | null,
  waysFrom: (id: StepId) => readonly Way[],
): ReadonlyMap<StepId, readonly StepId[]> => {
  const found = new Map<StepId, readonly StepId[]>();
  if (first === null) return found;
  found.set(first, [first]);
  // A Map yields what is added while it is walked: this is the queue.
  for (const [id, way] of found) {
    for (const { to } of waysFrom(id)) if (!found.has(to)) found.set(to, [...way, to]);
  }
  return found;
};
