import { type Graph, type WorkflowId, toWorkflowId } from "#core/domain";
import { newUuid } from "#server/platform";
import { insertWorkflow } from "#server/store";
import type { Caller, Tools } from "../tools.ts";

/** Makes a workflow with a draft, behind all others. */
export async function createWorkflow(
  tools: Omit<Tools, "accept" | "sealer" | "integrations">,
  caller: Caller,
  given: { readonly name: string; readonly graph?: Graph | undefined },
): Promise<WorkflowId> {
  const workflowId = toWorkflowId(newUuid());
  await tools.store.transaction((session) =>
    insertWorkflow(session, {
      workspaceId: caller.workspaceId,
      workflowId,
      name: given.name,
      draft: given.graph ?? emptyGraph(tools),
      createdAt: tools.clock.now(),
    }),
  );
  return workflowId;
}

function emptyGraph(tools: Pick<Tools, "triggers">): Graph {
  const type = "conversation_opened";
  return {
    format: 1,
    trigger: {
      type,
      config: { ...tools.triggers.get(type)?.initialConfig },
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: { x: 0, y: 0 },
    steps: [],
    notes: [],
    silent_ends: [],
    edges: [],
  };
}
