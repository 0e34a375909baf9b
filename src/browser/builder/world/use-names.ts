import {
  useActions,
  useAiAgents,
  useMembers,
  useSchedules,
  useTeams,
  useWorkflows,
} from "#browser/data";
import type { Names } from "#steps/editors";
import { useMemo } from "react";

/** Names of what configs point at; while the lists are on their way everything has a neutral one. */
export function useNames(): Names {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const workflows = useWorkflows().data;
  const aiAgents = useAiAgents().data;
  const actions = useActions().data;
  return useMemo(
    () => ({
      member: lookUp(members, "a member"),
      team: lookUp(teams, "a team"),
      schedule: lookUp(schedules, "a schedule"),
      workflow: quoted(lookUp(workflows, "a workflow")),
      aiAgent: lookUp(aiAgents, "an AI agent"),
      action: (name) => {
        if (actions === undefined) return "An action";
        const action = actions.find((each) => each.name === name);
        if (action === undefined) return undefined;
        const { title, integration, is_inside } = action;
        return is_inside
          ? title
          : `${integration.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())}: ${title}`;
      },
    }),
    [members, teams, schedules, workflows, aiAgents, actions],
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const lookUp =
  (list: readonly Named[] | undefined, meanwhile: string) =>
  (id: string): string | undefined =>
    list === undefined ? meanwhile : list.find((each) => each.id === id)?.name;

const quoted =
  (find: (id: string) => string | undefined) =>
  (id: string): string | undefined => {
    const name = find(id);
    return name === undefined || name.startsWith("a ") ? name : `“${name}”`;
  };
