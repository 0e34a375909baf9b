import type { WorkflowId } from "#core/domain";
import { deleteWorkflowTest as remove, findDraft } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Deletes a test of a workflow for good. */
export async function deleteWorkflowTest(
  { store }: Pick<Tools, "store">,
  { workspaceId }: Caller,
  workflowId: WorkflowId,
  testId: string,
): Promise<void> {
  if ((await findDraft(store, workspaceId, workflowId)) === undefined) throw notFound("workflow");
  if (!(await remove(store, workspaceId, workflowId, testId))) throw notFound("test");
}
