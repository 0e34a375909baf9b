import { playAct, Stage } from "#core/simulate";
import fc from "fast-check";
import { randomSimulation, type RandomSimulation } from "./random-simulation.ts";
import { tellStage } from "./tell-simulation.ts";

/** The simulations that simulator, browser and server are compared by; other numbers draw other graphs and other customers. */
export const simulationSeeds: readonly number[] = Array.from(
  { length: 30 },
  (_, index) => 20_261_124 + index,
);

/** Draws the simulation of a seed. */
export function drawSimulation(seed: number): RandomSimulation {
  const [simulation] = fc.sample(randomSimulation, { seed, numRuns: 1 });
  if (simulation === undefined) throw new Error("nothing was drawn");
  return simulation;
}

/** Plays the simulation of each seed and tells what happened in it. */
export const playSeeds = (seeds: readonly number[]): readonly unknown[] =>
  seeds.map((seed) => {
    const { world, start, acts } = drawSimulation(seed);
    const stage = new Stage(world, start);
    for (const act of acts) playAct(stage, act);
    return tellStage(stage);
  });
