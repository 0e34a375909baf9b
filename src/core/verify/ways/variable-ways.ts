import type { StepId } from "#core/domain";
import type { CheckedGraph } from "../checked-graph.ts";
import { type Reach, walkFrom, type WaysFrom } from "./reach.ts";

/** How a variable gets its value in a draft, and by which ways it does not. */
export interface VariableWays {
  /** Steps that give it a value, with the path by which they have. */
  readonly writers: ReadonlyMap<StepId, string>;
  /** The ways that leave it as it was. */
  readonly waysFrom: WaysFrom;
}

/** Finds for every variable that some step writes how it gets its value. */
export const findVariableWays = ({
  bound,
  outputPaths,
  waysFrom,
}: CheckedGraph): ReadonlyMap<string, VariableWays> => {
  const writers = new Map<string, Map<StepId, string>>();
  for (const [stepId, { writes }] of bound.steps) {
    const path = outputPaths(stepId)[0]?.id;
    if (path === undefined) continue;
    for (const name of writes)
      writers.set(name, (writers.get(name) ?? new Map<StepId, string>()).set(stepId, path));
  }
  return new Map(
    [...writers].map(([name, written]) => [
      name,
      {
        writers: written,
        waysFrom: (id) => {
          const path = written.get(id);
          const ways = waysFrom(id);
          return path === undefined ? ways : ways.filter((way) => way.path !== path);
        },
      },
    ]),
  );
};

/** Steps that a run can arrive at before the variable has a value. */
export const reachedWithout = (
  { firstStepId, reachable }: CheckedGraph,
  ways: VariableWays | undefined,
): Reach => (ways === undefined ? reachable : walkFrom(firstStepId, ways.waysFrom));
