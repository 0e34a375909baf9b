import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";

/**
 * Names paths of reachable steps that should lead on and do not.
 *
 * Codes
 * - `unwired_path` (warning): a run that takes this path ends there; connect it to a step.
 */
export const unwiredPath = (checked: CheckedGraph): readonly Found[] =>
  [...checked.reachable.keys()].flatMap((stepId) =>
    checked
      .outputPaths(stepId)
      .filter(({ id, isRequired }) => isRequired && checked.target(stepId, id) === null)
      .map(({ id, title }): Found => ({
        code: "unwired_path",
        message: `“${title}” leads nowhere: the run ends there; connect it to a step`,
        severity: "warning",
        stepId,
        trail: trailTo(checked, checked.reachable, stepId, { lastPath: id }),
      })),
  );
