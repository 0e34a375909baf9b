import type { Graph, WorkflowId } from "#core/domain";
import { findDraft, updateDraft } from "#server/store";
import { conflict, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/**
 * Saves a draft over the revision it was made from and returns the new revision.
 * @throws RequestError 409 `draft_changed` when somebody saved in between; the newer draft is kept.
 */
export async function saveDraft(
  tools: Omit<Tools, "accept" | "sealer" | "integrations">,
  caller: Caller,
  workflowId: WorkflowId,
  save: { readonly graph: Graph; readonly revision: number },
): Promise<number> {
  const revision = await updateDraft(tools.store, caller.workspaceId, workflowId, {
    ...save,
    at: tools.clock.now(),
    by: caller.memberId,
  });
  if (revision !== undefined) return revision;
  const draft = await findDraft(tools.store, caller.workspaceId, workflowId);
  if (draft === undefined) throw notFound("workflow");
  throw conflict(
    "draft_changed",
    `The draft is at revision ${draft.draft_revision}; this save started from ${save.revision}. Load it again.`,
  );
}
