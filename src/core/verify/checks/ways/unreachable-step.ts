import type { CheckedGraph } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";

/**
 * Names steps that no path leads to. Without a first step nothing is reachable, and that alone is said.
 *
 * Codes
 * - `unreachable_step` (warning): connect a path to it, or delete it.
 */
export const unreachableStep = ({
  graph,
  firstStepId,
  reachable,
}: CheckedGraph): readonly Found[] =>
  firstStepId === null
    ? []
    : graph.steps
        .filter(({ id }) => !reachable.has(id))
        .map(({ id }) => ({
          code: "unreachable_step",
          message: "no path leads here; connect one, or delete the step",
          severity: "warning",
          stepId: id,
        }));
