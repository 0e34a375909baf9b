import type { SimulationWorldBody, WorkflowTestBody } from "#contract";
import {
  simulationActsSchema,
  simulationLinesSchema,
  simulationStartSchema,
  type WorkflowId,
  type WorkspaceId,
} from "#core/domain";
import { type LoadedWorld, notFound } from "#server/commands";
import { findWorkflowTest, type WorkflowTestRow } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentMoment } from "../presenters/present-moment.ts";

export function presentWorkflowTest(row: WorkflowTestRow): WorkflowTestBody {
  return {
    id: row.test_id,
    workflow_id: row.workflow_id,
    name: row.name,
    start: simulationStartSchema.parse(row.simulation.start),
    acts: simulationActsSchema.parse(row.simulation.acts),
    expected: simulationLinesSchema.parse(row.expected),
    created_at: presentMoment(row.created_at),
    updated_at: presentMoment(row.updated_at),
  };
}

export async function loadWorkflowTest(
  { tools }: Doors,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  testId: string,
): Promise<WorkflowTestBody> {
  const row = await findWorkflowTest(tools.store, workspaceId, workflowId, testId);
  if (row === undefined) throw notFound("test");
  return presentWorkflowTest(row);
}

export function presentSimulationWorld({
  workspace,
  members,
  teams,
  called,
}: LoadedWorld): SimulationWorldBody {
  const { id, slug, name, timezone, language, isDemo, settings, aiAgents, schedules } = workspace;
  return {
    workspace: {
      id,
      slug,
      name,
      timezone,
      language,
      is_demo: isDemo,
      settings,
      ai_agents: aiAgents.map((agent) => ({ ...agent })),
      schedules: schedules.map((named) => ({ ...named })),
    },
    members: members.map((member) => ({
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      team_ids: [...member.teamIds],
    })),
    teams: teams.map((team) => ({ id: team.id, name: team.name })),
    called_workflows: called.map((workflow) => ({ ...workflow })),
  };
}
