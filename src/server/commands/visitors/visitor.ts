import type { ContactId, WidgetSettings, WorkspaceId } from "#core/domain";
import type { VisitorIdentity } from "#server/store";

/** A visitor's browser, known by its bearer token. */
export interface Visitor {
  readonly workspaceId: WorkspaceId;
  readonly contactId: ContactId;
}

/** A visitor's browser with how it said who it is, and what its workspace's widget allows. */
export interface KnownVisitor extends Visitor {
  readonly tokenHash: Buffer;
  readonly identity: VisitorIdentity;
  /** Contact fields that the newest signature covers; a custom one as `custom.plan`. */
  readonly signedFields: readonly string[];
  readonly settings: WidgetSettings;
}
