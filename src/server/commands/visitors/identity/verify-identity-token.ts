import { getWorkspace, listIdentitySecrets, noteSecretUse } from "#server/store";
import { identityRefused } from "../../refusals.ts";
import type { Tools } from "../../tools.ts";
import { secretPurpose } from "../../widget/identity-secrets.ts";
import type { KnownVisitor } from "../visitor.ts";
import { type SignedIdentity, readIdentityToken } from "./read-identity-token.ts";

/** Checks an identity token with the secrets of the visitor's workspace. @throws RequestError 403 `identity_…`. */
export async function verifyIdentityToken(
  tools: Tools,
  { workspaceId, settings }: KnownVisitor,
  token: string,
): Promise<SignedIdentity> {
  if (settings.identity.mode === "off")
    throw identityRefused(
      "identity_off",
      "This workspace takes no identity tokens; its widget's settings say so.",
    );
  const [rows, workspace] = await Promise.all([
    listIdentitySecrets(tools.store, workspaceId),
    getWorkspace(tools.store, workspaceId),
  ]);
  const now = tools.clock.now();
  const secrets = rows.flatMap(({ identity_secret_id: id, sealed }) => {
    const secret = tools.sealer.open(secretPurpose(workspaceId, id), sealed);
    return secret === undefined ? [] : [{ id, secret }];
  });
  if (rows.length > 0 && secrets.length === 0)
    throw identityRefused(
      "identity_not_set_up",
      "This workspace's identity secrets were sealed with another SECRET_KEY; make a new one in the widget's settings.",
    );
  const { identity, secretId } = readIdentityToken(token, {
    secrets,
    audience: workspace.public_key,
    now: now.getTime(),
  });
  await noteSecretUse(tools.store, workspaceId, secretId, now);
  return identity;
}
