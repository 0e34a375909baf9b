import type { MemberId, Role, WorkspaceId } from "#core/domain";
import type { ActionCatalogue, StepCatalogue, TriggerCatalogue } from "#core/engine";
import type { Accept } from "#server/accept";
import type { Clock, Sealer } from "#server/platform";
import type { Store } from "#server/store";
import type { Connectable } from "./integrations/connectable.ts";

/** What commands work with; made once by main. */
export interface Tools {
  readonly store: Store;
  readonly accept: Accept;
  readonly clock: Clock;
  /** For secrets that are kept and read again. */
  readonly sealer: Sealer;
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
  /** Outside systems that can be connected. */
  readonly integrations: readonly Connectable[];
}

/** Who asks: a member by login, or an API key. */
export interface Caller {
  readonly workspaceId: WorkspaceId;
  /** null for an API key. */
  readonly memberId: MemberId | null;
  readonly role: Role;
  /** The right to publish was taken from this member, whatever the role may. */
  readonly mayNotPublish?: true;
  /** Names the caller in source keys: two callers may use the same Idempotency-Key. */
  readonly key: string;
}
