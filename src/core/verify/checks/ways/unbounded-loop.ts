import type { StepId } from "#core/domain";
import { type CheckedGraph, trailTo } from "../../checked-graph.ts";
import type { Found } from "../../finding.ts";
import { findLoops } from "../../ways/find-loops.ts";

/**
 * Names loops with neither a wait nor a bounded jump. One finding per loop, at the step met first.
 *
 * A step that mostly does not wait (an answer already known, somebody free at once) does not break a loop.
 *
 * Codes
 * - `unbounded_loop` (error): a run would go round until it is stopped; put a Wait, a question or a Jump to step into the loop.
 */
export const unboundedLoop = (checked: CheckedGraph): readonly Found[] => {
  const { bound, waysFrom, outputPaths, reachable } = checked;
  // A step that may wait leaves by its first path when it does not.
  const restlessWays = (id: StepId) => {
    const step = bound.steps.get(id);
    if (step === undefined || step.parks === "always") return [];
    return waysFrom(id).filter(
      ({ path }) =>
        !step.boundedPaths.includes(path) &&
        (step.parks === "never" || path === outputPaths(id)[0]?.id),
    );
  };
  return findLoops([...reachable.keys()], restlessWays).map((round) => {
    const [{ from: stepId }] = round;
    return {
      code: "unbounded_loop",
      message:
        "nothing waits in this loop: a run would go round until it is stopped; add a Wait, a question or a Jump to step",
      severity: "error",
      stepId,
      trail: trailTo(checked, reachable, stepId, { round }),
    };
  });
};
