import {
  useActions,
  useAiAgents,
  useIntegrations,
  useMe,
  useMembers,
  useSchedules,
  useTeams,
  useWorkflowGraphs,
} from "#browser/data";
import { useNow } from "#browser/ui";
import { toWorkflowId } from "#core/domain";
import type { CheckedWorld } from "#core/verify";
import { useMemo } from "react";
import { toActionCatalogue } from "./to-action-catalogue.ts";
import { toCheckedIntegrations } from "./to-checked-integrations.ts";

const idsOf = (list: readonly { readonly id: string }[] | undefined) =>
  list && new Set(list.map(({ id }) => id));

/** What a draft may point at and what stands beside it. Until a list is here, nothing is said about what is missing from it. */
export function useCheckedWorld(workflowId: string): CheckedWorld {
  const members = useMembers().data;
  const teams = useTeams().data;
  const schedules = useSchedules().data;
  const aiAgents = useAiAgents().data;
  const actions = useActions().data;
  const integrations = useIntegrations().data;
  const graphs = useWorkflowGraphs().data;
  const timezone = useMe().data?.workspace.timezone;
  const now = useNow();
  const today =
    timezone === undefined
      ? undefined
      : new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(now);
  // Drafts are bound by it: as long as actions are the same, so is what was bound.
  const catalogue = useMemo(() => actions && toActionCatalogue(actions), [actions]);
  return useMemo(() => {
    const known = {
      members: idsOf(members),
      teams: idsOf(teams),
      schedules: idsOf(schedules),
      aiAgents: idsOf(aiAgents),
      actions: catalogue,
      workflows: graphs?.map(({ id, ...workflow }) => ({ id: toWorkflowId(id), ...workflow })),
    };
    return {
      ...(known.members && { members: known.members }),
      ...(known.teams && { teams: known.teams }),
      ...(known.schedules && { schedules: known.schedules }),
      ...(known.aiAgents && { aiAgents: known.aiAgents }),
      ...(known.actions && { actions: known.actions }),
      ...(integrations && { integrations: toCheckedIntegrations(integrations) }),
      ...(known.workflows && { workflows: known.workflows }),
      ...(today !== undefined && { today, now: Date.parse(`${today}T00:00:00Z`) }),
      workflowId: toWorkflowId(workflowId),
    };
  }, [members, teams, schedules, aiAgents, catalogue, integrations, graphs, today, workflowId]);
}
