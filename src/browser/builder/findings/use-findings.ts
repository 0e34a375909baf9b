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
import { useActions, useIntegrations, useMembers, useSchedules, useTeams } from "#browser/data";
import type { Graph } from "#core/domain";
import { useDeferredValue, useMemo, useState } from "react";
import { toCheckedIntegrations } from "../world/to-checked-integrations.ts";
import { toActionCatalogue } from "../world/to-action-catalogue.ts";
import type { Finding } from "./finding.ts";
import { findProblems } from "./find-problems.ts";

/** Findings of the draft as it is typed, and what the server said against this very graph. */
export function useFindings(graph: Graph) {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const actions = useActions().data;
  const integrations = useIntegrations().data;
  // Checking walks every path: it may come a moment after the key that was pressed.
  const checked = useDeferredValue(graph);
  const own = useMemo(
    () =>
      findProblems(checked, {
        // Until the lists are here nothing is said about who is gone.
        ...(members !== undefined && { members: new Set(members.map(({ id }) => id)) }),
        ...(teams !== undefined && { teams: new Set(teams.map(({ id }) => id)) }),
        ...(actions !== undefined && { actions: toActionCatalogue(actions) }),
        ...(integrations !== undefined && { integrations: toCheckedIntegrations(integrations) }),
        ...(schedules !== undefined && { schedules: new Set(schedules.map(({ id }) => id)) }),
      }),
    [checked, members, teams, schedules, actions, integrations],
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
