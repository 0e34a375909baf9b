import type { CheckedGraph } from "../checked-graph.ts";
import type { Finding } from "../finding.ts";

/** Names steps that no run can arrive at. Without a first step that is all of them and said already. */
export const unreachableStep = ({
  graph,
  firstStepId,
  reachable,
}: CheckedGraph): readonly Finding[] =>
  firstStepId === null
    ? []
    : graph.steps
        .filter(({ id }) => !reachable.has(id))
        .map(({ id }) => ({
          code: "unreachable_step",
          message: "no path leads here",
          severity: "warning",
          stepId: id,
          field: null,
          path: [],
        }));
