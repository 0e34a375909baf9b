import {
  useActions,
  useMe,
  useMembers,
  useAiAgents,
  useSchedules,
  useTeams,
  useWorkflow,
  useWorkflows,
} from "#browser/data";
import type { EditingWorld } from "#browser/editing";
import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { weekInWords } from "#core/engine";
import type { Names } from "#steps/editors";
import { useMemo } from "react";
import { randomLetters } from "../document/fresh-ids.ts";
import { variablesAt } from "./variables-at.ts";

/** Makes the id of an option, a branch or a quick reply: eight random characters are enough within one step. */
const freshOptionId = () => randomLetters(8);

/** The steps of another workflow's draft, by the names on their cards. */
const useSteps: EditingWorld["useSteps"] = (workflowId) =>
  useWorkflow(workflowId).data?.draft.graph.steps.map(({ id, name, type }) => ({
    id,
    name: name === "" ? type.replaceAll("_", " ") : name,
  })) ?? [];

/** What the editors of one card may know. */
export function useWorldAt(workflowId: string, graph: Graph, card: CardId | null): EditingWorld {
  const workflows = useWorkflows().data;
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const aiAgents = useAiAgents().data;
  const workspace = useMe().data?.workspace;
  const {
    name: workspaceName = "",
    timezone: workspaceTimezone = "UTC",
    language: workspaceLanguage = "en",
  } = workspace ?? {};
  const actions = useActions().data ?? null;
  const variables = useMemo(() => variablesAt(graph, card), [graph, card]);
  return useMemo(
    () => ({
      members: (members ?? []).map(({ id, name, presence }) => ({ id, name, presence })),
      teams: (teams ?? []).map(({ id, name, member_ids }) => ({
        id,
        name,
        memberCount: member_ids.length,
      })),
      schedules: (schedules ?? []).map(({ id, name, schedule }) => ({
        id,
        name,
        hours: weekInWords(schedule),
      })),
      actions,
      aiAgents: aiAgents ?? [],
      workflows: (workflows ?? [])
        .filter(({ id }) => id !== workflowId)
        .map(({ id, name, state }) => ({ id, name, isLive: state === "live" })),
      useSteps,
      variables,
      workspaceName,
      workspaceTimezone,
      workspaceLanguage,
      freshId: freshOptionId,
    }),
    [
      members,
      teams,
      schedules,
      aiAgents,
      actions,
      workflows,
      workflowId,
      variables,
      workspaceName,
      workspaceTimezone,
      workspaceLanguage,
    ],
  );
}

/** Names of what configs point at; while the lists are on their way everything has a neutral one. */
export function useNames(): Names {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  return useMemo(
    () => ({
      member: (id) =>
        members === undefined ? "a member" : members.find((member) => member.id === id)?.name,
      team: (id) => (teams === undefined ? "a team" : teams.find((team) => team.id === id)?.name),
      schedule: (id) =>
        schedules === undefined
          ? "a schedule"
          : schedules.find((schedule) => schedule.id === id)?.name,
    }),
    [members, teams, schedules],
  );
}
