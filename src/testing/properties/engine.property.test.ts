import { type Graph, limits } from "#core/domain";
import type { PretendWorld } from "#core/simulate";
import { verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomCallingGraph, randomPeople } from "../builders/random-graph.ts";
import { aRandomWorld, playAll, randomActs, type RandomAct } from "./play-at-random.ts";
import { promises } from "./promises.ts";
import { randomActions } from "./random-actions.ts";

const numRuns = 1_000;
/** Ten times what it takes: the machine may be busy with other tests. */
const longest = 300_000;

const world = {
  members: new Set<string>(randomPeople.members),
  teams: new Set<string>([randomPeople.team]),
  actions: randomActions,
};
const hasNoErrors = (graph: Graph): boolean =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, world).every(
    ({ severity }) => severity === "warning",
  );
const verified = fc.array(randomCallingGraph.filter(hasNoErrors), { minLength: 1, maxLength: 2 });

const play = (graphs: readonly Graph[], acts: readonly RandomAct[]): PretendWorld => {
  const world = aRandomWorld(graphs);
  playAll(world, acts);
  return world;
};

/** Plays one act after the other and looks at the lane between them. */
const playOneByOne = (
  graphs: readonly Graph[],
  acts: readonly RandomAct[],
  look: (lane: unknown) => void,
): PretendWorld => {
  const world = aRandomWorld(graphs);
  for (const act of acts) {
    for (const { outcome } of world.happenings.slice(-1)) look(outcome.lane);
    playAll(world, [act]);
  }
  return world;
};

describe("the engine, whatever is drawn and whatever happens", () => {
  it(
    `keeps its promises: ${Object.keys(promises).join("; ")}`,
    () => {
      fc.assert(
        fc.property(verified, randomActs, (graphs, acts) => {
          const world = play(graphs, acts);
          for (const [promise, holds] of Object.entries(promises)) {
            try {
              holds(world);
            } catch (broken) {
              throw new Error(`a promise is broken: ${promise}`, { cause: broken });
            }
          }
        }),
        { numRuns },
      );
    },
    longest,
  );

  it(
    "gives the same outcomes, ids included, when everything is played again, and changes no lane it was given",
    () => {
      const someActs = randomActs.map((acts) => acts.slice(0, 12));
      fc.assert(
        fc.property(verified, someActs, (graphs, acts) => {
          const frozen = playOneByOne(graphs, acts, deepFreeze);
          const again = playOneByOne(graphs, acts, () => {});
          expect(JSON.stringify(again.happenings)).toBe(JSON.stringify(frozen.happenings));
        }),
        { numRuns },
      );
    },
    longest,
  );

  it(
    "ends a run that goes round without waiting by its step budget",
    () => {
      const fewActs = randomActs.map((acts) => acts.slice(0, 6));
      fc.assert(
        fc.property(randomCallingGraph, fewActs, (graph, acts) => {
          for (const { outcome } of play([graph], acts).happenings) {
            for (const run of outcome.changes.runs)
              expect(run.visitCount).toBeLessThanOrEqual(limits.stepsPerRun);
            expect(outcome.changes.visits.length).toBeLessThanOrEqual(3 * limits.stepsBetweenWaits);
          }
        }),
        { numRuns },
      );
    },
    longest,
  );
});

const deepFreeze = (value: unknown): void => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
};
