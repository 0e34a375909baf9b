import type { WorkflowTestResultBody } from "#contract";
import { type VersionId, type WorkflowId, graphSchema, toVersionId } from "#core/domain";
import { newUuid } from "#server/platform";
import {
  bumpConfigRevision,
  type DraftRow,
  findWorkflowOfVersion,
  insertVersion,
  lockDraft,
  setLiveVersion,
} from "#server/store";
import { conflict, notFound, publishRefused, testsFailed } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { runWorkflowTests } from "../workflow-tests/run-workflow-tests.ts";
import { type CheckingTools, checkDraft } from "./check-draft.ts";
import { contentHash } from "./content-hash.ts";

/** What a person publishes, and what they looked at before. */
interface Publication {
  readonly note: string;
  readonly name?: string;
  /** Chosen by the caller: a repeat makes no second version. */
  readonly version_id?: string | undefined;
  /** Of the draft that was looked at. */
  readonly revision?: number | undefined;
  /** The version that was live then; null when none was. */
  readonly replaces_version_id?: string | null | undefined;
}

/**
 * Makes the draft the next version and lets it go live; runs in progress stay on theirs. A repeat with the same `version_id` changes
 * nothing and answers with the version that it made.
 * @throws RequestError 422 `publish_refused` naming step and field of each error, `tests_failed` when failing tests are to keep it back; 409 `draft_changed` or `live_version_changed` when
 * that is no longer what the caller looked at.
 */
export async function publishVersion(
  tools: CheckingTools & Pick<Tools, "store">,
  caller: Caller,
  workflowId: WorkflowId,
  given: Publication,
): Promise<VersionId> {
  const { workspaceId } = caller;
  const versionId = toVersionId(given.version_id?.toLowerCase() ?? newUuid());
  await tools.store.transaction(async (session) => {
    const found = await lockDraft(session, workspaceId, workflowId);
    if (found === undefined) throw notFound("workflow");
    const owner = await findWorkflowOfVersion(session, workspaceId, versionId);
    if (owner === workflowId) return;
    if (owner !== undefined)
      throw conflict("source_key_reused", "A version of another workflow has this id.");
    refuseUnseen(found, given);
    const graph = graphSchema.parse(found.draft);
    const places = await checkDraft(tools, session, { workspaceId, workflowId }, graph);
    if (places.length > 0) throw publishRefused(places);
    if (found.tests_block)
      refuseFailing(await runWorkflowTests(tools, session, { workspaceId, workflowId }, graph));
    await insertVersion(session, {
      workspaceId,
      workflowId,
      versionId,
      graph,
      contentHash: contentHash(graph),
      name: given.name ?? "",
      note: given.note,
      publishedAt: tools.clock.now(),
      publishedBy: caller.memberId,
    });
    await setLiveVersion(session, workspaceId, workflowId, versionId);
    await bumpConfigRevision(session, workspaceId);
  });
  return versionId;
}

const refuseFailing = (results: readonly WorkflowTestResultBody[]): void => {
  const failing = results.filter(({ passed }) => !passed);
  if (failing.length > 0) throw testsFailed(failing.map(({ name }) => name));
};

const refuseUnseen = (found: DraftRow, given: Publication): void => {
  if (given.revision !== undefined && given.revision !== found.draft_revision)
    throw conflict(
      "draft_changed",
      "The draft was saved by somebody else since. Look at it, then publish.",
    );
  if (
    given.replaces_version_id !== undefined &&
    (given.replaces_version_id?.toLowerCase() ?? null) !== found.live_version_id
  )
    throw conflict(
      "live_version_changed",
      "Somebody else published or took the workflow down since. Look at what would change now, then publish.",
    );
};
