import type { Json, JsonObject, Moment } from "#core/domain";
import type { ActionType } from "#core/engine";
import type { Reach } from "./http/bound-client.ts";

/** One thing an admin fills in to connect an integration. */
export interface CredentialField {
  readonly name: string;
  readonly title: string;
  /** Sealed, and never shown again. */
  readonly isSecret: boolean;
  readonly placeholder: string;
  readonly help: string;
}

/** What was filled in, by field name: as it is sealed and opened again. */
export type CredentialValues = Readonly<Record<string, string>>;

export type ReadCredential =
  | { readonly ok: true; readonly values: CredentialValues }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Whom a call is for, as far as an action may ask. */
export interface CallContact {
  /** Lower case; null when there is none. */
  readonly email: string | null;
  /** Whether the address is proven or signed, and not only claimed. */
  readonly isVerified: boolean;
}

/** What an action may use. */
export interface ActionUse extends Reach {
  readonly values: CredentialValues;
  readonly contact: CallContact;
  /** The same for every attempt at one call; for providers that take keys. */
  readonly key: string;
  readonly startedAt: Moment;
}

/** An action on another machine. */
export interface OutsideAction extends ActionType {
  readonly perform: null;
  /** One input that works, shown in the reference. */
  readonly example: JsonObject;
  /**
   * Does it once and returns the output its fields promise.
   * @throws ProviderError when it was not done or nobody knows.
   */
  readonly call: (input: JsonObject, use: ActionUse) => Promise<Json>;
}

/** An outside system that can be connected. */
export interface Integration {
  /** First part of its actions' names. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly credentialFields: readonly CredentialField[];
  readonly actions: readonly OutsideAction[];
  /** Brings what was filled in into its one spelling, or names the field that is wrong and why. */
  readonly readCredential: (filledIn: CredentialValues, reach: Reach) => ReadCredential;
  /**
   * Asks the provider who is connected, and whether the credential suffices. Returns its name over there.
   * @throws ProviderError when it does not.
   */
  readonly identify: (values: CredentialValues, reach: Reach) => Promise<string>;
}
