import type { Graph } from "#core/domain";
import { useDeferredValue, useMemo, useState } from "react";
import { useCheckedWorld } from "../world/use-checked-world.ts";
import type { Finding } from "./finding.ts";
import { findProblems } from "./find-problems.ts";

/**
 * Findings of the draft as it is typed, and what the server said against this very graph. They belong to the draft of a moment
 * ago while `isChecking`.
 */
export function useFindings(workflowId: string, graph: Graph) {
  const world = useCheckedWorld(workflowId);
  // Checking walks every path: it may come a moment after the key that was pressed, and after the draft is seen for the first time.
  const checked = useDeferredValue(graph, null);
  const own = useMemo(
    () => (checked === null ? nothingFound : findProblems(checked, world)),
    [checked, world],
  );
  const [refused, setRefused] = useState<{
    readonly graph: Graph;
    readonly findings: readonly Finding[];
  } | null>(null);
  const findings = useMemo(
    () => (refused?.graph === graph ? merge(own, refused.findings) : own),
    [own, refused, graph],
  );
  return {
    findings,
    isChecking: checked !== graph,
    setServerFindings: (said: readonly Finding[]) => setRefused({ graph, findings: said }),
  };
}

const nothingFound: readonly Finding[] = [];

const merge = (own: readonly Finding[], said: readonly Finding[]) => [
  ...said.filter(
    (one) => !own.some((other) => other.card === one.card && other.message === one.message),
  ),
  ...own,
];
