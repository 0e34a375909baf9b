/** What every integration is made with: the one guarded HTTP client, and what an integration and its actions are. */
export { createEgressGuard, type EgressGuard, type EgressRules } from "./egress/egress-guard.ts";
export {
  type BoundClient,
  type ClientRequest,
  createBoundClient,
  type Reach,
} from "./http/bound-client.ts";
export type {
  ActionUse,
  CallContact,
  CredentialField,
  CredentialValues,
  Integration,
  OutsideAction,
  ReadCredential,
} from "./integration.ts";
export { ProviderError, toCallAnswer } from "./provider-error.ts";
