import type { ActionBody, SimulationWorldBody } from "#contract";
import type { Graph, SimulationStart } from "#core/domain";
import { toWorkflowId } from "#core/domain";
import { type ActionCatalogue, inTimezone } from "#core/engine";
import type { SimulatedWorld } from "#core/simulate";
import { switchboardActions } from "#integrations/switchboard";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { toActionCatalogue } from "../../world/to-action-catalogue.ts";

/** What the simulator plays in: the workspace as the server tells it, and the draft as it stands on the page. */
export function toSimulatedWorld(
  { workspace, members, teams, called_workflows }: SimulationWorldBody,
  actions: readonly ActionBody[],
  workflow: { readonly id: string; readonly name: string; readonly graph: Graph },
  called: SimulationStart["called_workflows"],
): SimulatedWorld {
  const { ai_agents, is_demo, schedules, ...rest } = workspace;
  return {
    workspace: {
      ...rest,
      isDemo: is_demo,
      aiAgents: ai_agents,
      schedules: schedules.map(({ id, name, schedule }) => ({
        id,
        name,
        schedule: inTimezone(schedule, workspace.timezone),
      })),
    },
    members: members.map(({ team_ids, ...member }) => ({
      ...member,
      presence: "online",
      openCount: 0,
      teamIds: team_ids,
    })),
    teams,
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: toRunnableActions(actions),
    workflow: { ...workflow, id: toWorkflowId(workflow.id) },
    called: called_workflows.flatMap(({ id, name, live, draft }) => {
      const graph = called === "live" ? live : draft;
      return graph === null || id === workflow.id ? [] : [{ id, name, graph }];
    }),
  };
}

/** Actions inside Switchboard do here what they do in production; those of other machines wait for somebody to say what came of them. */
const toRunnableActions = (actions: readonly ActionBody[]): ActionCatalogue =>
  new Map([
    ...toActionCatalogue(actions),
    ...switchboardActions.map((action) => [action.name, action] as const),
  ]);
