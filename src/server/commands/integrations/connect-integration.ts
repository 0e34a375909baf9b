import type { Problem, WorkspaceId } from "#core/domain";
import { newUuid } from "#server/platform";
import { replaceCredential, type Session } from "#server/store";
import { integrationRefused, invalidRequest } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { type Connectable, type CredentialValues, credentialPurpose } from "./connectable.ts";

type Asked = { readonly integration: string; readonly values: CredentialValues };

/**
 * Connects an integration, in the place of what it was connected to before: the credential is tried first, and stored sealed only when
 * the other system lets it in. Returns the credential's id.
 * @throws RequestError 422 that names the field which is wrong, and why.
 */
export async function connectIntegration(
  tools: Pick<Tools, "store" | "clock" | "sealer" | "integrations">,
  { workspaceId }: Caller,
  asked: Asked,
): Promise<string> {
  const integration = tools.integrations.find(({ name }) => name === asked.integration);
  if (integration === undefined)
    throw wrong("integration", "there is no such integration to connect");
  const known = new Set(integration.credentialFields.map(({ name }) => name));
  const unknown = Object.keys(asked.values).find((name) => !known.has(name));
  if (unknown !== undefined) throw wrong(`values.${unknown}`, "there is no such field");
  const read = integration.readCredential(asked.values);
  if (!read.ok) throw wrong(`values.${read.field}`, read.message);
  const identified = await integration.identify(read.values);
  if (!identified.ok)
    throw integrationRefused(identified.problem.message, {
      path: `body.values.${fieldToBlame(integration, identified.problem)}`,
      message: identified.problem.message,
      code: identified.problem.code,
    });
  return await storeCredential(tools, tools.store, {
    workspaceId,
    integration,
    values: read.values,
    label: identified.label,
  });
}

/** Seals a credential for its row and stores it. */
export async function storeCredential(
  tools: Pick<Tools, "clock" | "sealer">,
  session: Session,
  credential: {
    readonly workspaceId: WorkspaceId;
    readonly integration: Pick<Connectable, "name" | "credentialFields">;
    readonly values: CredentialValues;
    readonly label: string;
  },
): Promise<string> {
  const { workspaceId, integration, values, label } = credential;
  const id = newUuid();
  const open = integration.credentialFields.filter(({ isSecret }) => !isSecret);
  await replaceCredential(session, {
    workspaceId,
    id,
    integration: integration.name,
    sealed: tools.sealer.seal(
      credentialPurpose(workspaceId, integration.name, id),
      JSON.stringify(values),
    ),
    shown: Object.fromEntries(open.map(({ name }) => [name, values[name] ?? ""])),
    label,
    now: tools.clock.now().getTime(),
  });
  return id;
}

const wrong = (place: string, message: string) =>
  invalidRequest([{ path: `body.${place}`, message }], 422);

/** A refusal is about the secret, anything else about where it was sent. */
function fieldToBlame({ credentialFields }: Connectable, { code }: Problem): string {
  const isAboutSecret = code === "credential_refused" || code === "not_permitted";
  const field = credentialFields.find(({ isSecret }) => isSecret === isAboutSecret);
  return field?.name ?? credentialFields[0]?.name ?? "";
}
