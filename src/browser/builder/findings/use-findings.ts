import { useActions, useMembers, useSchedules, useTeams } from "#browser/data";
import type { Graph } from "#core/domain";
import { useDeferredValue, useMemo, useState } from "react";
import { toActionCatalogue } from "../world/to-action-catalogue.ts";
import type { Finding } from "./finding.ts";
import { findProblems } from "./find-problems.ts";

/** Findings of the draft as it is typed, and what the server said against this very graph. */
export function useFindings(graph: Graph) {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const actions = useActions().data;
  // Checking walks every path: it may come a moment after the key that was pressed.
  const checked = useDeferredValue(graph);
  const own = useMemo(
    () =>
      findProblems(checked, {
        // Until the lists are here nothing is said about who is gone.
        ...(members !== undefined && { members: new Set(members.map(({ id }) => id)) }),
        ...(teams !== undefined && { teams: new Set(teams.map(({ id }) => id)) }),
        ...(actions !== undefined && { actions: toActionCatalogue(actions) }),
        ...(schedules !== undefined && { schedules: new Set(schedules.map(({ id }) => id)) }),
      }),
    [checked, members, teams, schedules, actions],
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
    setServerFindings: (said: readonly Finding[]) => setRefused({ graph, findings: said }),
  };
}

const merge = (own: readonly Finding[], said: readonly Finding[]) => [
  ...said.filter(
    (one) => !own.some((other) => other.card === one.card && other.message === one.message),
  ),
  ...own,
];
