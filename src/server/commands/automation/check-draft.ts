import type { Graph, WorkflowId, WorkspaceId } from "#core/domain";
import { type CheckedWorld, verifyGraph } from "#core/verify";
import type { RequestErrorPlace } from "#server/platform";
import {
  getWorkspace,
  listAiAgents,
  listAllMemberIds,
  listAllScheduleIds,
  listAllTeamIds,
  listCredentials,
  listWorkflowGraphs,
  type Session,
} from "#server/store";
import type { Connectable } from "../integrations/connectable.ts";
import type { Tools } from "../tools.ts";

/** What a draft is checked with: of integrations only their names are asked for. */
export type CheckingTools = Pick<Tools, "steps" | "triggers" | "actions" | "clock"> & {
  readonly integrations: readonly Pick<Connectable, "name" | "title">[];
};

/** Lists what keeps a draft from being published, each with its step and field: the errors the builder shows too. */
export async function checkDraft(
  tools: CheckingTools,
  session: Session,
  {
    workspaceId,
    workflowId,
  }: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
  graph: Graph,
): Promise<RequestErrorPlace[]> {
  const { timezone } = await getWorkspace(session, workspaceId);
  const now = tools.clock.now();
  const credentials = await listCredentials(session, workspaceId);
  const states = new Map(credentials.map(({ integration, state }) => [integration, state]));
  const world: CheckedWorld = {
    members: new Set(await listAllMemberIds(session, workspaceId)),
    teams: new Set(await listAllTeamIds(session, workspaceId)),
    schedules: new Set(await listAllScheduleIds(session, workspaceId)),
    aiAgents: new Set(
      (await listAiAgents(session, workspaceId, { offset: 0, limit: 10_000 })).map(
        ({ ai_agent_id }) => ai_agent_id,
      ),
    ),
    actions: tools.actions,
    integrations: new Map(
      tools.integrations.map(({ name, title }) => [
        name,
        { title, state: states.get(name) ?? "disconnected" },
      ]),
    ),
    workflows: await listWorkflowGraphs(session, workspaceId),
    workflowId,
    now: now.getTime(),
    today: new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(now),
  };
  return verifyGraph(graph, tools.steps, tools.triggers, world)
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, stepId, field }) => {
      const index = graph.steps.findIndex((step) => step.id === stepId);
      const path = index === -1 ? ["trigger"] : ["steps", String(index)];
      if (field !== null) path.push("config", field);
      return {
        path: path.join("."),
        message,
        code,
        stepId: stepId ?? "trigger",
        ...(field === null ? {} : { field }),
      };
    });
}
