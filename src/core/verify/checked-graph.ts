import type { Graph, StepId } from "#core/domain";
import {
  type BoundGraph,
  bindGraph,
  type OutputPath,
  type StepCatalogue,
  type TriggerCatalogue,
} from "#core/engine";
import type { CheckedWorld } from "./checked-world.ts";
import type { Trail } from "./finding.ts";
import { type Reach, type Way, walkFrom, type WaysFrom, waysTo } from "./ways/reach.ts";

/** A draft as the checks see it: configs parsed once, edges as lookups. */
export interface CheckedGraph {
  readonly graph: Graph;
  readonly bound: BoundGraph;
  readonly world: CheckedWorld;
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly triggerInputs: readonly string[];
  /** Output paths of a step, from its sketch when its config is invalid. */
  readonly outputPaths: (id: StepId) => readonly OutputPath[];
  /** Some step can speak to the contact. */
  readonly speaks: boolean;
  readonly firstStepId: StepId | null;
  readonly waysFrom: WaysFrom;
  /** Where a path leads; null when it leads nowhere. */
  readonly target: (id: StepId, path: string) => StepId | null;
  /** Steps a run can arrive at, nearest first. */
  readonly reachable: Reach;
}

/** Prepares a draft for the checks. */
export const toCheckedGraph = (
  graph: Graph,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  world: CheckedWorld,
): CheckedGraph => {
  const bound = bindGraph(graph, steps, triggers, world.actions);
  const paths = new Map<StepId, readonly OutputPath[]>(
    graph.steps.map(({ id, type, config }) => [
      id,
      bound.steps.get(id)?.outputPaths ?? steps.get(type)?.sketch(config).outputPaths ?? [],
    ]),
  );
  const outputPaths = (id: StepId): readonly OutputPath[] => paths.get(id) ?? [];
  const ways = new Map<string, Way[]>();
  for (const { from, path, to } of graph.edges) {
    if (from === "trigger" || !outputPaths(from).some(({ id }) => id === path)) continue;
    const others = ways.get(from);
    if (others === undefined) ways.set(from, [{ from, path, to }]);
    else others.push({ from, path, to });
  }
  const firstStepId =
    graph.edges.find(({ from, path }) => from === "trigger" && path === "next")?.to ?? null;
  const waysFrom: WaysFrom = (id) => ways.get(id) ?? [];
  return {
    graph,
    bound,
    world,
    steps,
    triggers,
    triggerInputs: bound.trigger?.inputs ?? triggers.get(graph.trigger.type)?.inputs ?? [],
    outputPaths,
    speaks: [...bound.steps.values()].some((step) => step.speaks),
    firstStepId,
    waysFrom,
    target: (id, path) => waysFrom(id).find((way) => way.path === path)?.to ?? null,
    reachable: walkFrom(firstStepId, waysFrom),
  };
};

/** The shortest trail to a step that was reached by certain ways. */
export const trailTo = (
  { firstStepId, waysFrom }: CheckedGraph,
  reach: Reach,
  goal: StepId,
  more: Partial<Pick<Trail, "waysFrom" | "round" | "lastPath">> = {},
): Trail => ({
  first: firstStepId ?? goal,
  ways: waysTo(reach, goal),
  goal,
  waysFrom,
  round: [],
  lastPath: null,
  ...more,
});
