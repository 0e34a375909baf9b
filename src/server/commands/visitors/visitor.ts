import type { ContactId, WorkspaceId } from "#core/domain";

/** A visitor's browser, known by its bearer token. */
export interface Visitor {
  readonly workspaceId: WorkspaceId;
  readonly contactId: ContactId;
}
