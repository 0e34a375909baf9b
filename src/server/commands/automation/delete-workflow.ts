import type { WorkflowId } from "#core/domain";
import { bumpConfigRevision, markWorkflowDeleted } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Deletes a workflow softly: nothing starts it any more, runs in progress go on. */
export async function deleteWorkflow(
  tools: Tools,
  caller: Caller,
  workflowId: WorkflowId,
): Promise<void> {
  await tools.store.transaction(async (session) => {
    const wasThere = await markWorkflowDeleted(
      session,
      caller.workspaceId,
      workflowId,
      tools.clock.now(),
    );
    if (!wasThere) throw notFound("workflow");
    await bumpConfigRevision(session, caller.workspaceId);
  });
}
