import type { SimulationAct, SimulationLine, SimulationStart, StepId } from "#core/domain";
import { bindGraph } from "#core/engine";
import { playAct } from "./play-act.ts";
import type { SimulatedWorld } from "./simulated-world.ts";
import { type SimulationState, StateReader } from "./simulation-state.ts";
import { Stage } from "./stage.ts";
import { tellHappening } from "./tell-happening.ts";

/** Why a simulation cannot begin: a workflow of it cannot run. */
export interface SimulationRefusal {
  readonly ok: false;
  readonly problem: string;
  /** The step of the workflow under test that is to be mended; null when it is the trigger, or another workflow. */
  readonly stepId: StepId | null;
}

/** What a simulation came to: how it stands, and what followed from each act. */
export interface PlayedSimulation {
  readonly ok: true;
  readonly state: SimulationState;
  /** What followed from the beginning, then from each act in turn. */
  readonly lines: readonly (readonly SimulationLine[])[];
  /** Acts that could not be played where they stand, by their place, each with the reason; the others were played. */
  readonly misfits: ReadonlyMap<number, string>;
}

/** Plays a simulation from its beginning. Deterministic: the same world, start and acts give the same, ids included. */
export const playSimulation = (
  simulated: SimulatedWorld,
  start: SimulationStart,
  acts: readonly SimulationAct[],
): PlayedSimulation | SimulationRefusal => {
  const refusal = findRefusal(simulated);
  if (refusal !== null) return refusal;
  const stage = new Stage(simulated, start);
  const reader = new StateReader();
  const lines: SimulationLine[][] = [];
  const misfits = new Map<number, string>();
  let told = 0;
  const take = (act: number | null): SimulationLine[] => {
    const news = stage.world.happenings.slice(told);
    told = stage.world.happenings.length;
    for (const happening of news) reader.take(happening, act);
    return news.flatMap((happening) => tellHappening(happening, simulated));
  };
  lines.push(take(null));
  for (const [index, act] of acts.entries()) {
    const misfit = playAct(stage, act);
    const followed = take(index);
    if (misfit !== null) {
      misfits.set(index, misfit);
      followed.unshift({ kind: "misfit", step_id: null, text: misfit });
    }
    lines.push(followed);
  }
  return { ok: true, state: reader.toState(stage, simulated), lines, misfits };
};

const findRefusal = ({
  workflow,
  called,
  steps,
  triggers,
  actions,
}: SimulatedWorld): SimulationRefusal | null => {
  for (const { id, name, graph } of [workflow, ...called]) {
    const [problem] = bindGraph(graph, steps, triggers, actions).problems;
    if (problem === undefined) continue;
    const isOwn = id === workflow.id;
    return {
      ok: false,
      problem: isOwn
        ? problem.message
        : `“${name}”, which it starts, cannot run: ${problem.message}`,
      stepId: isOwn ? problem.stepId : null,
    };
  }
  return null;
};
