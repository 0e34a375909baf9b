import type { WorkflowId } from "#core/domain";
import { bumpConfigRevision, clearLiveVersion, lockDraft } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Takes the live version down: nothing starts any more, runs in progress go on. */
export async function unpublishWorkflow(
  tools: Tools,
  caller: Caller,
  workflowId: WorkflowId,
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    if ((await lockDraft(session, workspaceId, workflowId)) === undefined)
      throw notFound("workflow");
    await clearLiveVersion(session, workspaceId, workflowId, tools.clock.now());
    await bumpConfigRevision(session, workspaceId);
  });
}
