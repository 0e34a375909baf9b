import { useActions, useSimulationWorld } from "#browser/data";
import type { Graph, SimulationStart } from "#core/domain";
import { useMemo } from "react";
import { calledWorkflows } from "./called-workflows.ts";
import { toSimulatedWorld } from "./to-simulated-world.ts";

/** The world that a draft is played in; null while it is on its way, and while nobody wants it. */
export function useSimulatedWorld(
  { id, name }: { readonly id: string; readonly name: string },
  graph: Graph,
  called: SimulationStart["called_workflows"],
  isWanted: boolean,
) {
  const calls = useMemo(() => (isWanted ? calledWorkflows(graph) : []), [isWanted, graph]);
  const answer = useSimulationWorld(id, calls, isWanted);
  const actions = useActions().data;
  const world = useMemo(
    () =>
      answer.data === undefined || actions === undefined || !isWanted
        ? null
        : toSimulatedWorld(answer.data, actions, { id, name, graph }, called),
    [answer.data, actions, isWanted, id, name, graph, called],
  );
  return {
    world,
    error: answer.error,
    isFetching: answer.isFetching,
    retry: () => void answer.refetch(),
  };
}
