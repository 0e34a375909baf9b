import type { CheckedGraph } from "../checked-graph.ts";
import type { Finding } from "../finding.ts";

/** Names paths of reachable steps that should lead on and do not: a run that takes one ends there. */
export const unwiredPath = ({
  outputPaths,
  waysFrom,
  reachable,
}: CheckedGraph): readonly Finding[] =>
  [...reachable].flatMap(([stepId, path]) =>
    outputPaths(stepId)
      .filter(
        ({ id, isRequired }) => isRequired && !waysFrom(stepId).some((way) => way.path === id),
      )
      .map(
        ({ title }) =>
          ({
            code: "unwired_path",
            message: `“${title}” leads nowhere: the run ends there`,
            severity: "warning",
            stepId,
            field: null,
            path,
          }) as const,
      ),
  );
