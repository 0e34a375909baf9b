import { silentEndsOf, type StepId } from "#core/domain";
import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";
import { assignedBy } from "../../story/assigned-by.ts";
import { someStart } from "../../story/find-starts.ts";
import { walkFrom, type WaysFrom } from "../../ways/reach.ts";

/**
 * Names paths of a customer-facing workflow that end with the conversation open and nobody assigned.
 *
 * A path that should lead on and does not is told as `unwired_path` instead.
 *
 * Codes
 * - `open_end` (warning): nobody may feel called to answer; close the conversation, assign it, hand it over, or choose “End silently”.
 */
export const openEnd = (checked: CheckedGraph): readonly Found[] => {
  const start = someStart(checked);
  if (!checked.speaks || start === null) return [];
  const { graph, bound, firstStepId, outputPaths, target } = checked;
  const silent = new Set(silentEndsOf(graph).map(({ from, path }) => `${from} ${path}`));
  const assigning = new Map(
    [...bound.steps].flatMap(([id, step]) => {
      const path = assignedBy(step, id, start);
      return path === null ? [] : [[id, path] as const];
    }),
  );
  const isOpenAfter = (id: StepId, path: string): boolean => assigning.get(id) !== path;
  const waysFrom: WaysFrom = (id) =>
    checked.waysFrom(id).filter(({ path }) => isOpenAfter(id, path));
  const unassigned = walkFrom(firstStepId, waysFrom);
  return [...unassigned.keys()].flatMap((stepId) =>
    outputPaths(stepId)
      .filter(
        ({ id, isRequired }) =>
          !isRequired &&
          target(stepId, id) === null &&
          isOpenAfter(stepId, id) &&
          !silent.has(`${stepId} ${id}`),
      )
      .map(({ id, title }): Found => ({
        code: "open_end",
        message: `after “${title}” the run ends with the conversation open and nobody assigned; close or assign it, or choose “End silently”`,
        severity: "warning",
        stepId,
        trail: trailTo(checked, unassigned, stepId, { waysFrom, lastPath: id }),
      })),
  );
};
