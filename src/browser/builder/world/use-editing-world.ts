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
import type { Choice, EditingWorld, VariableOption } from "#browser/editing";
import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { weekInWords } from "#core/engine";
import { useDeferredValue, useMemo } from "react";
import { randomLetters } from "../document/fresh-ids.ts";
import { channelsOf } from "./channels-of.ts";
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
  // Finding what may be unset walks every path: it may come a moment after the key that was pressed.
  const shownGraph = useDeferredValue(graph);
  const people = useMemo(() => toPeople(members ?? [], teams ?? []), [members, teams]);
  const { type, config } = graph.trigger;
  const channels = useMemo(() => channelsOf(type, config), [type, config]);
  const variables = useMemo(
    () => withPeople(variablesAt(shownGraph, card, actions), people),
    [shownGraph, card, actions, people],
  );
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
        schedule,
      })),
      actions,
      aiAgents: aiAgents ?? [],
      workflows: (workflows ?? [])
        .filter(({ id }) => id !== workflowId)
        .map(({ id, name, state }) => ({ id, name, isLive: state === "live" })),
      useSteps,
      variables,
      channels,
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
      channels,
      workspaceName,
      workspaceTimezone,
      workspaceLanguage,
    ],
  );
}

type People = Readonly<Record<string, readonly Choice[]>>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who can stand in the fields that name somebody by id. */
const toPeople = (members: readonly Named[], teams: readonly Named[]): People => {
  const toChoice = ({ id, name }: Named): Choice => ({ value: id, label: name });
  return {
    "contact.owner_id": members.map(toChoice),
    "conversation.assignee_id": members.map(toChoice),
    "conversation.team_id": teams.map(toChoice),
  };
};

/** Offers people and teams by name where a field holds one. */
const withPeople = (
  variables: readonly VariableOption[],
  people: People,
): readonly VariableOption[] =>
  variables.map((variable) => {
    const choices = people[variable.path];
    return choices === undefined || choices.length === 0 ? variable : { ...variable, choices };
  });
