import type { WorkflowId } from "#core/domain";
import { findDraft, setTestsBlock, updateWorkflow } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Renames a workflow, puts it into a folder, or says whether its failing tests keep it from being published. */
export async function changeWorkflow(
  tools: Tools,
  caller: Caller,
  workflowId: WorkflowId,
  change: {
    readonly name?: string | undefined;
    readonly folder?: string | undefined;
    readonly tests_block?: boolean | undefined;
  },
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    if ((await findDraft(session, workspaceId, workflowId)) === undefined)
      throw notFound("workflow");
    if (change.name !== undefined || change.folder !== undefined)
      await updateWorkflow(session, workspaceId, workflowId, change, tools.clock.now());
    if (change.tests_block !== undefined)
      await setTestsBlock(session, workspaceId, workflowId, change.tests_block);
  });
}
