import type { Graph, WorkspaceId } from "#core/domain";
import { verifyGraph } from "#core/verify";
import type { RequestErrorPlace } from "#server/platform";
import { type Session, listAllMemberIds, listAllScheduleIds, listAllTeamIds } from "#server/store";
import type { Tools } from "../tools.ts";

/** Lists what keeps a draft from being published, each with its step and field: the errors the builder shows too. */
export async function checkDraft(
  tools: Pick<Tools, "steps" | "triggers">,
  session: Session,
  workspaceId: WorkspaceId,
  graph: Graph,
): Promise<RequestErrorPlace[]> {
  const people = {
    members: new Set<string>(await listAllMemberIds(session, workspaceId)),
    teams: new Set<string>(await listAllTeamIds(session, workspaceId)),
    schedules: new Set<string>(await listAllScheduleIds(session, workspaceId)),
  };
  return verifyGraph(graph, tools.steps, tools.triggers, people)
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
