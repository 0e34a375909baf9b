import type { Role, WorkspaceId } from "#core/domain";
import { hashToken, newToken, newUuid } from "#server/platform";
import { insertApiKey } from "#server/store";
import type { Tools } from "../tools.ts";

/** Makes an API key; its token exists only in the answer. */
export async function createApiKey(
  tools: Pick<Tools, "store" | "clock">,
  workspaceId: WorkspaceId,
  given: { readonly name: string; readonly role: Role },
): Promise<{ readonly token: string; readonly apiKeyId: string }> {
  const token = `sk_${newToken()}`;
  const apiKeyId = newUuid();
  await insertApiKey(tools.store, {
    workspaceId,
    apiKeyId,
    name: given.name,
    role: given.role,
    tokenHash: hashToken(token),
    prefix: token.slice(0, 8),
    createdAt: tools.clock.now(),
  });
  return { token, apiKeyId };
}
