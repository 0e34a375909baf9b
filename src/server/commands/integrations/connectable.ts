import type { CallAnswer, JsonObject, Problem, Verification, WorkspaceId } from "#core/domain";

/** What was filled in to connect an integration, by field. */
export type CredentialValues = Readonly<Record<string, string>>;

/** An outside system that can be connected, as far as commands know it; main gives the real ones. */
export interface Connectable {
  /** First part of its actions' names. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly credentialFields: readonly {
    readonly name: string;
    readonly title: string;
    readonly isSecret: boolean;
    readonly placeholder: string;
    readonly help: string;
  }[];
  readonly actions: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
  }[];
  /** A pretended one on this machine, to try things out without an account; null where there is none. */
  readonly demo: { readonly label: string; readonly values: CredentialValues } | null;
  /** Brings what was filled in into its one spelling, or names the field that is wrong. */
  readonly readCredential: (
    filledIn: CredentialValues,
  ) =>
    | { readonly ok: true; readonly values: CredentialValues }
    | { readonly ok: false; readonly field: string; readonly message: string };
  /** Tells whether a credential leads to a pretended system on this machine. */
  readonly isStandIn: (values: CredentialValues) => boolean;
  /** Asks the other system who is connected. */
  readonly identify: (
    values: CredentialValues,
  ) => Promise<
    | { readonly ok: true; readonly label: string }
    | { readonly ok: false; readonly problem: Problem }
  >;
  /** Makes one attempt at an action. */
  readonly call: (
    action: string,
    input: JsonObject,
    use: {
      readonly values: CredentialValues;
      readonly contact: { readonly email: string | null; readonly isVerified: boolean };
      readonly key: string;
      readonly timeoutMs: number;
      readonly signal: AbortSignal;
    },
  ) => Promise<CallAnswer>;
}

/** What a sealed credential is bound to: moved to another row, workspace or integration it does not open. */
export const credentialPurpose = (
  workspaceId: WorkspaceId,
  integration: string,
  credentialId: string,
): string => `credential ${workspaceId} ${integration} ${credentialId}`;

/** Whether an address is more than claimed: only then it matches orders and reveals what belongs to it (SPEC 1). */
export const isVerified = (verification: Verification): boolean =>
  verification === "proven" || verification === "signed";

/** What a credential that opens no more is called; an admin fills it in again. */
export const sealBroken: Problem = {
  code: "credential_unreadable",
  message: "The credential cannot be opened with this server's key; connect again.",
};
