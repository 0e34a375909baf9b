import {
  type Graph,
  graphSchema,
  type Member,
  type Team,
  toTeamId,
  type WorkflowId,
  type Workspace,
  type WorkspaceId,
  toWorkflowId,
} from "#core/domain";
import { inTimezone, type StepCatalogue } from "#core/engine";
import {
  listGraphsToCall,
  listMembers,
  listSchedules,
  listTeams,
  loadWorkspaceRow,
  type Session,
  toWorkspace,
} from "#server/store";

/** A workflow that another one starts: what is edited, and what is live. */
interface CalledWorkflow {
  readonly id: WorkflowId;
  readonly name: string;
  readonly live: Graph | null;
  readonly draft: Graph;
}

/** The workspace as a simulation needs it. */
export interface LoadedWorld {
  readonly workspace: Workspace;
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  readonly called: readonly CalledWorkflow[];
}

/** More than a workspace has of any of these. */
const all = { offset: 0, limit: 10_000 };

/** Loads a workspace's people and hours, and the workflows that are started from `calls`, directly or through one of them. */
export async function loadSimulatedWorld(
  session: Session,
  steps: StepCatalogue,
  workspaceId: WorkspaceId,
  calls: readonly WorkflowId[],
): Promise<LoadedWorld> {
  const row = await loadWorkspaceRow(session, workspaceId);
  const schedules = await listSchedules(session, workspaceId, all);
  const members = await listMembers(session, workspaceId, all);
  const teams = await listTeams(session, workspaceId, all);
  return {
    workspace: toWorkspace(
      row,
      schedules.map(({ schedule_id: id, name, data }) => ({
        id,
        name,
        schedule: inTimezone(data, row.timezone),
      })),
    ),
    members: members.map((member) => ({
      id: member.member_id,
      name: member.name,
      email: member.email,
      role: member.role,
      presence: member.presence,
      openCount: member.open_count,
      teamIds: member.team_ids.map(toTeamId),
    })),
    teams: teams.map(({ team_id: id, name }) => ({ id, name })),
    called: await loadCalled(session, steps, workspaceId, calls),
  };
}

async function loadCalled(
  session: Session,
  steps: StepCatalogue,
  workspaceId: WorkspaceId,
  calls: readonly WorkflowId[],
): Promise<readonly CalledWorkflow[]> {
  const known = new Map<WorkflowId, CalledWorkflow>();
  const asked = new Set<WorkflowId>();
  for (let next = [...new Set(calls)]; next.length > 0;) {
    for (const id of next) asked.add(id);
    const found = await listGraphsToCall(session, workspaceId, next);
    const read = found.map(({ id, name, draft, live }) => ({
      id,
      name,
      draft: graphSchema.parse(draft),
      live: live === null ? null : graphSchema.parse(live),
    }));
    for (const workflow of read) known.set(workflow.id, workflow);
    const further = read.flatMap(({ draft, live }) => [
      ...callsOf(draft, steps),
      ...(live === null ? [] : callsOf(live, steps)),
    ]);
    next = [...new Set(further)].filter((id) => !asked.has(id));
  }
  return [...known.values()];
}

/** The workflows that steps of a graph start. */
export const callsOf = (graph: Graph, steps: StepCatalogue): readonly WorkflowId[] =>
  graph.steps.flatMap(({ type, config }) => {
    const bound = steps.get(type)?.bind(config);
    if (bound?.ok !== true) return [];
    return bound.step.references.flatMap(({ kind, id }) =>
      kind === "workflow" ? [toWorkflowId(id)] : [],
    );
  });
