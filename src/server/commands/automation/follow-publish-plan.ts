import type { VersionId, WorkflowId } from "#core/domain";
import type { PublishPlan } from "#contract";
import { newUuid } from "#server/platform";
import { listRunsWaitingAt } from "#server/store";
import type { Caller, Tools } from "../tools.ts";

/** How many runs are moved at once: enough to fill batches, few enough to leave room for contacts. */
const AT_ONCE = 64;

/** Moves or ends the runs that wait on older versions, as the plan says; what a run refuses stays on its version and is recorded. */
export async function followPublishPlan(
  tools: Tools,
  { workspaceId, memberId }: Caller,
  workflowId: WorkflowId,
  versionId: VersionId,
  plan: PublishPlan,
): Promise<void> {
  for (const { step_id, plan: fate } of plan) {
    if (fate === "finish") continue;
    const runs = await listRunsWaitingAt(tools.store, workspaceId, workflowId, versionId, step_id);
    for (let first = 0; first < runs.length; first += AT_ONCE)
      await Promise.all(
        runs.slice(first, first + AT_ONCE).map(({ runId, contactId }) =>
          tools.accept({
            workspaceId,
            contactId,
            door: "team",
            sourceKey: newUuid(),
            body: {
              type: "run_moved",
              runId,
              toVersionId: fate === "move" ? versionId : null,
              byMemberId: memberId,
            },
            createsContact: false,
          }),
        ),
      );
  }
}
