import type { WorkspaceId } from "#core/domain";
import { newToken, newUuid } from "#server/platform";
import {
  bumpConfigRevision,
  deleteIdentitySecret as remove,
  insertIdentitySecret,
  listIdentitySecrets,
} from "#server/store";
import { conflict, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

const MOST = 2; // the old one and the new one, while the site's servers change over

/**
 * Makes a secret for signing identities; it exists in readable form only in this answer.
 * @throws RequestError 409 `too_many_secrets` when two stand already.
 */
export async function createIdentitySecret(
  tools: Pick<Tools, "store" | "clock" | "sealer">,
  caller: Caller,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { workspaceId } = caller;
  const [id, secret] = [newUuid(), `is_${newToken()}`];
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId); // its row lock counts one after the other
    if ((await listIdentitySecrets(session, workspaceId)).length >= MOST)
      throw conflict(
        "too_many_secrets",
        "Two secrets are valid already. Delete the one that your servers no longer sign with.",
      );
    await insertIdentitySecret(session, {
      workspaceId,
      id,
      sealed: tools.sealer.seal(secretPurpose(workspaceId, id), secret),
      ending: secret.slice(-4),
      createdAt: tools.clock.now(),
    });
  });
  return { id, secret };
}

/** Makes a secret worth nothing: tokens signed with it are refused from now on. */
export async function deleteIdentitySecret(
  tools: Pick<Tools, "store">,
  caller: Caller,
  identitySecretId: string,
): Promise<void> {
  if (!(await remove(tools.store, caller.workspaceId, identitySecretId)))
    throw notFound("identity secret");
}

/** What a sealed secret is bound to: moved to another row or workspace it does not open. */
export const secretPurpose = (workspaceId: WorkspaceId, identitySecretId: string): string =>
  `identity secret ${workspaceId} ${identitySecretId}`;
