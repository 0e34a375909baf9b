import { type VersionId, type WorkflowId, graphSchema, toVersionId } from "#core/domain";
import { newUuid } from "#server/platform";
import { bumpConfigRevision, insertVersion, lockDraft, setLiveVersion } from "#server/store";
import { notFound, publishRefused } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { checkDraft } from "./check-draft.ts";
import { contentHash } from "./content-hash.ts";

/**
 * Makes the draft the next version and lets it go live; runs in progress stay on theirs.
 * @throws RequestError 422 `publish_refused` naming step and field of each error.
 */
export async function publishVersion(
  tools: Omit<Tools, "accept" | "sealer">,
  caller: Caller,
  workflowId: WorkflowId,
  given: { readonly note: string },
): Promise<VersionId> {
  const { workspaceId } = caller;
  const versionId = toVersionId(newUuid());
  await tools.store.transaction(async (session) => {
    const found = await lockDraft(session, workspaceId, workflowId);
    if (found === undefined) throw notFound("workflow");
    const graph = graphSchema.parse(found.draft);
    const places = await checkDraft(tools, session, { workspaceId, workflowId }, graph);
    if (places.length > 0) throw publishRefused(places);
    await insertVersion(session, {
      workspaceId,
      workflowId,
      versionId,
      graph,
      contentHash: contentHash(graph),
      note: given.note,
      publishedAt: tools.clock.now(),
      publishedBy: caller.memberId,
    });
    await setLiveVersion(session, workspaceId, workflowId, versionId);
    await bumpConfigRevision(session, workspaceId);
  });
  return versionId;
}
