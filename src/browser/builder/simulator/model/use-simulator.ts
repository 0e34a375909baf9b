import type { Graph, SimulationAct, SimulationStart } from "#core/domain";
import { playSimulation } from "#core/simulate";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { firstStart } from "./first-start.ts";
import { startOf } from "./start-of.ts";
import { useSimulatedWorld } from "./use-simulated-world.ts";

interface Rehearsal {
  readonly start: SimulationStart;
  readonly acts: readonly SimulationAct[];
}

/** The simulation of a draft: what was done so far, played anew on the graph as it is with every act and every edit. */
export function useSimulator(
  workflow: { readonly id: string; readonly name: string },
  graph: Graph,
) {
  const [isOpen, setIsOpen] = useState(false);
  const [rehearsal, setRehearsal] = useState<Rehearsal>(() => ({
    start: firstStart(Date.now(), startOf(graph.trigger).url),
    acts: [],
  }));
  const { start, acts } = rehearsal;
  // An edit shows at once on the canvas; playing it may come a moment later.
  const played = useDeferredValue(graph);
  const { world, ...loading } = useSimulatedWorld(workflow, played, start.called_workflows, isOpen);
  const result = useMemo(
    () => (world === null ? null : playSimulation(world, start, acts)),
    [world, start, acts],
  );
  const controls = useMemo(
    () => ({
      act: (act: SimulationAct) => setRehearsal((now) => ({ ...now, acts: [...now.acts, act] })),
      stepBack: () => setRehearsal((now) => ({ ...now, acts: now.acts.slice(0, -1) })),
      restart: () => setRehearsal((now) => ({ ...now, acts: [] })),
      /** Begins otherwise; what was done is done again from there. */
      setStart: (changed: Partial<SimulationStart>) =>
        setRehearsal((now) => ({ ...now, start: { ...now.start, ...changed } })),
      load: (loaded: Rehearsal) => setRehearsal({ start: loaded.start, acts: loaded.acts }),
    }),
    [],
  );
  const toggle = useCallback(() => setIsOpen((wasOpen) => !wasOpen), []);
  return {
    isOpen,
    toggle,
    start,
    acts,
    world,
    result,
    ...loading,
    ...controls,
  };
}
export type Simulator = ReturnType<typeof useSimulator>;
