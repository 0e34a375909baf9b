import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names a workflow whose time is over. One that would end before it begins is an `invalid_config`.
 *
 * Codes
 * - `active_no_more` (warning): “active until” has passed, so it starts no more; move it, or empty it.
 */
export const inactiveWindow = ({ graph, world }: CheckedGraph): readonly Found[] => {
  const { active_until: until } = graph.trigger;
  const isOver =
    world.now !== undefined && typeof until === "string" && Date.parse(until) <= world.now;
  return isOver
    ? [
        {
          code: "active_no_more",
          message: "this moment has passed, so the workflow starts no more; move it or empty it",
          severity: "warning",
          stepId: null,
          field: ["active_until"],
        },
      ]
    : [];
};
