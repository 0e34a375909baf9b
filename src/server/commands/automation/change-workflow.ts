import type { WorkflowId } from "#core/domain";
import { findDraft, renameWorkflow } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Renames a workflow. */
export async function changeWorkflow(
  tools: Tools,
  caller: Caller,
  workflowId: WorkflowId,
  change: { readonly name: string },
): Promise<void> {
  const { workspaceId } = caller;
  if ((await findDraft(tools.store, workspaceId, workflowId)) === undefined)
    throw notFound("workflow");
  await renameWorkflow(tools.store, workspaceId, workflowId, change.name, tools.clock.now());
}
