import type { ContactId, VisitorSession, VisitorSessionId, WorkspaceId } from "#core/domain";
import { type VisitorSessionRow, toVisitorSession } from "../rows/visitor-session-row.ts";
import type { Session } from "../store.ts";

/** Which contact a browser's bearer token speaks for. */
export interface VisitorTokenRow {
  readonly workspace_id: WorkspaceId;
  readonly contact_id: ContactId;
}

/** Finds a visitor token by its hash; served by its unique index. */
export async function findVisitorToken(
  session: Session,
  tokenHash: Buffer,
): Promise<VisitorTokenRow | undefined> {
  const [row] = await session.query<VisitorTokenRow>({
    text: "select workspace_id, contact_id from visitor_token where token_hash = $1",
    values: [tokenHash],
    name: "find-visitor-token",
  });
  return row;
}

export async function insertVisitorToken(
  session: Session,
  token: { workspaceId: WorkspaceId; contactId: ContactId; tokenHash: Buffer; createdAt: Date },
): Promise<void> {
  await session.query({
    text: "insert into visitor_token (workspace_id, contact_id, token_hash, created_at) values ($1, $2, $3, $4)",
    values: [token.workspaceId, token.contactId, token.tokenHash, token.createdAt],
  });
}

export async function findVisitorSession(
  session: Session,
  workspaceId: WorkspaceId,
  visitorSessionId: VisitorSessionId,
): Promise<VisitorSession | undefined> {
  const [row] = await session.query<VisitorSessionRow>({
    text: "select * from visitor_session where workspace_id = $1 and visitor_session_id = $2",
    values: [workspaceId, visitorSessionId],
  });
  return row && toVisitorSession(row);
}

/** Finds the contact's newest stretch of activity; served by visitor_session_contact. */
export async function findNewestVisitorSession(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<VisitorSession | undefined> {
  const [row] = await session.query<VisitorSessionRow>({
    text: `select * from visitor_session where workspace_id = $1 and contact_id = $2 order by started_at desc limit 1`,
    values: [workspaceId, contactId],
  });
  return row && toVisitorSession(row);
}
