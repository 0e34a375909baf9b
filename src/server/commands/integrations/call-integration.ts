import type { CallAnswer, ContactId, JsonObject, WorkspaceId } from "#core/domain";
import { findCallContact, findCredential, noteTrouble } from "#server/store";
import type { Tools } from "../tools.ts";
import { type Connectable, type CredentialValues, isVerified, sealBroken } from "./connectable.ts";
import { openCredential } from "./open-credential.ts";
import { isRefusal } from "./test-credential.ts";

/** What dispatch tells of a call besides the request. */
interface CallOptions {
  readonly workspaceId: WorkspaceId;
  readonly contactId: ContactId;
  readonly key: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Makes one attempt at an action of a connected integration. Whom it is for is read now, so that an address proven a moment ago counts.
 * A credential that the other system refuses is marked, and everybody sees it in the settings.
 */
export async function callIntegration(
  tools: Pick<Tools, "store" | "sealer" | "integrations">,
  { action, input }: { readonly action: string; readonly input: JsonObject },
  options: CallOptions,
): Promise<CallAnswer> {
  const { store, integrations } = tools;
  const { workspaceId, contactId, key, signal, timeoutMs } = options;
  const integration = integrations.find(({ name }) => action.startsWith(`${name}.`));
  if (integration === undefined)
    return refuse("action_gone", `There is no action ${action} any more.`);
  const row = await findCredential(store, workspaceId, { integration: integration.name });
  if (row === undefined) return refuse("not_connected", `${integration.title} is not connected.`);
  const values = openCredential(tools, workspaceId, row);
  const answer: CallAnswer =
    values === undefined
      ? { kind: "failed", problem: sealBroken }
      : await call(integration, values);
  if (answer.kind === "failed" && isRefusal(answer.problem.code) && row.state === "connected")
    await noteTrouble(store, workspaceId, row.credential_id, {
      problem: answer.problem,
      isRefused: true,
    });
  return answer;

  async function call(to: Connectable, values: CredentialValues): Promise<CallAnswer> {
    const contact = await findCallContact(store, workspaceId, contactId);
    return await to.call(action, input, {
      values,
      contact: {
        email: contact?.email?.toLowerCase() ?? null,
        isVerified: contact !== undefined && isVerified(contact.emailVerification),
      },
      key,
      signal,
      timeoutMs,
    });
  }
}

const refuse = (code: string, message: string): CallAnswer => ({
  kind: "failed",
  problem: { code, message },
});
