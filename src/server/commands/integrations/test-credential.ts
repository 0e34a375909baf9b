import { deleteCredential, findCredential, noteAccepted, noteTrouble } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { sealBroken } from "./connectable.ts";
import { openCredential } from "./open-credential.ts";

/** Asks the other system whether it still lets a credential in, and keeps the answer. */
export async function testCredential(
  tools: Pick<Tools, "store" | "clock" | "sealer" | "integrations">,
  { workspaceId }: Caller,
  credentialId: string,
): Promise<void> {
  const { store, integrations } = tools;
  const row = await findCredential(store, workspaceId, { id: credentialId });
  const integration = integrations.find(({ name }) => name === row?.integration);
  if (row === undefined || integration === undefined) throw notFound("credential");
  const values = openCredential(tools, workspaceId, row);
  const answer =
    values === undefined
      ? ({ ok: false, problem: sealBroken } as const)
      : await integration.identify(values);
  if (answer.ok) {
    const { label } = answer;
    const now = tools.clock.now().getTime();
    await noteAccepted(store, workspaceId, credentialId, { label, now });
    return;
  }
  const { problem } = answer;
  await noteTrouble(store, workspaceId, credentialId, {
    problem,
    isRefused: isRefusal(problem.code),
  });
}

/** Whether a failure means that a person has to fill the credential in again. */
export const isRefusal = (code: string): boolean =>
  code === "credential_refused" || code === sealBroken.code;

/** Forgets a credential for good; workflows that use the integration cannot be published from then on, and their calls fail. */
export async function disconnectIntegration(
  { store }: Pick<Tools, "store">,
  { workspaceId }: Caller,
  credentialId: string,
): Promise<void> {
  if (!(await deleteCredential(store, workspaceId, credentialId))) throw notFound("credential");
}
