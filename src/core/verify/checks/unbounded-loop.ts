import type { StepId } from "#core/domain";
import { type CheckedGraph, walkFrom, type Way } from "../checked-graph.ts";
import type { Finding } from "../finding.ts";

/** Names loops in which nothing surely waits: a run would go round until its step budget ends it. One finding per loop, at the step met first. */
export const unboundedLoop = ({
  bound,
  waysFrom,
  outputPaths,
  reachable,
}: CheckedGraph): readonly Finding[] => {
  // A step that may wait leaves by its first path when it does not: an answer already known, somebody free at once.
  const restlessWays = (id: StepId) => {
    const parks = bound.steps.get(id)?.parks ?? "always";
    return parks === "always"
      ? []
      : waysFrom(id).filter(({ path }) => parks === "never" || path === outputPaths(id)[0]?.id);
  };
  const findings: Finding[] = [];
  const told = new Set<StepId>();
  for (const [stepId, wayThere] of reachable) {
    if (told.has(stepId)) continue;
    const round = shortestRound(stepId, restlessWays);
    if (round === null) continue;
    for (const id of round) told.add(id);
    findings.push({
      code: "unbounded_loop",
      message: "this loop has no step that waits: a run would go round until it is stopped",
      severity: "error",
      stepId,
      field: null,
      path: [...wayThere, ...round],
    });
  }
  return findings;
};

/** The steps after `start` on the shortest way back to it, itself last. */
const shortestRound = (
  start: StepId,
  waysFrom: (id: StepId) => readonly Way[],
): readonly StepId[] | null => {
  let shortest: readonly StepId[] | null = null;
  for (const { to } of waysFrom(start)) {
    const way = walkFrom(to, waysFrom).get(start);
    if (way !== undefined && (shortest === null || way.length < shortest.length)) shortest = way;
  }
  return shortest;
};
