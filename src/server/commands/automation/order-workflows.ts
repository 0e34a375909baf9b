import { toWorkflowId } from "#core/domain";
import { bumpConfigRevision, lockWorkflowIds, orderWorkflows as writeOrder } from "#server/store";
import { invalidRequest } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Sets the order in which workflows are tried; those not named follow in the order they had. */
export async function orderWorkflows(
  tools: Tools,
  caller: Caller,
  ids: readonly string[],
): Promise<void> {
  const { workspaceId } = caller;
  const wanted = ids.map((id) => toWorkflowId(id.toLowerCase()));
  await tools.store.transaction(async (session) => {
    const known = await lockWorkflowIds(session, workspaceId);
    const places = wanted.flatMap((id, index) => {
      if (!known.includes(id))
        return [{ path: `body.workflow_ids.${index}`, message: "there is no such workflow" }];
      return wanted.indexOf(id) < index
        ? [{ path: `body.workflow_ids.${index}`, message: "is named twice" }]
        : [];
    });
    if (places.length > 0) throw invalidRequest(places, 422);
    await writeOrder(session, workspaceId, [
      ...wanted,
      ...known.filter((id) => !wanted.includes(id)),
    ]);
    await bumpConfigRevision(session, workspaceId);
  });
}
