import type {
  ContactId,
  VisitorSession,
  VisitorSessionId,
  WidgetSettings,
  WorkspaceId,
} from "#core/domain";
import { type VisitorSessionRow, toVisitorSession } from "../rows/visitor-session-row.ts";
import type { Session } from "../store.ts";
import { toWidgetSettings } from "../widget/widget-settings.ts";

/** How a browser said who it is; `refused`: it claimed what only a signature may say; `replaced`: it was given another token. */
export type VisitorIdentity = "anonymous" | "claimed" | "signed" | "refused" | "replaced";

/** Which contact a browser's bearer token speaks for, and what its workspace's widget allows. */
export interface VisitorTokenRow {
  readonly workspace_id: WorkspaceId;
  readonly contact_id: ContactId;
  readonly identity: VisitorIdentity;
  readonly signed_fields: readonly string[];
  readonly settings: WidgetSettings;
}

/** Finds a visitor token by its hash; served by its unique index and the primary key of widget_settings. */
export async function findVisitorToken(
  session: Session,
  tokenHash: Buffer,
): Promise<VisitorTokenRow | undefined> {
  const [row] = await session.query<Omit<VisitorTokenRow, "settings"> & { data: unknown }>({
    text: `select t.workspace_id, t.contact_id, t.identity, t.signed_fields, s.data
           from visitor_token t left join widget_settings s using (workspace_id) where t.token_hash = $1`,
    values: [tokenHash],
    name: "find-visitor-token",
  });
  if (row === undefined) return undefined;
  const { data, ...token } = row;
  return { ...token, settings: toWidgetSettings(data) };
}

export async function insertVisitorToken(
  session: Session,
  token: {
    workspaceId: WorkspaceId;
    contactId: ContactId;
    tokenHash: Buffer;
    createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: "insert into visitor_token (workspace_id, contact_id, token_hash, created_at) values ($1, $2, $3, $4)",
    values: [token.workspaceId, token.contactId, token.tokenHash, token.createdAt],
  });
}

/** Notes how the browser with this token said who it is; a token that was replaced stays so, whatever is said with it. */
export async function setVisitorIdentity(
  session: Session,
  token: { readonly workspaceId: WorkspaceId; readonly tokenHash: Buffer },
  identity: VisitorIdentity,
  signedFields: readonly string[],
): Promise<void> {
  await session.query({
    text: `update visitor_token set identity = $3, signed_fields = $4
           where workspace_id = $1 and token_hash = $2 and identity <> 'replaced'`,
    values: [token.workspaceId, token.tokenHash, identity, signedFields],
  });
}

/**
 * Gives a browser that is signed in a new token. What speaks unsigned for the contact it was or is goes: somebody may have kept it.
 * Its old token stays for asking again, should the answer get lost.
 */
export async function replaceVisitorToken(
  session: Session,
  token: {
    readonly workspaceId: WorkspaceId;
    readonly oldHash: Buffer;
    readonly newHash: Buffer;
    readonly from: ContactId;
    readonly contactId: ContactId;
    readonly signedFields: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  const { workspaceId, oldHash, newHash, from, contactId, signedFields, now } = token;
  await session.query({
    // by visitor_token_contact
    text: `delete from visitor_token
           where workspace_id = $1 and contact_id in ($2, $3) and (identity <> 'signed' or token_hash = $4)`,
    values: [workspaceId, from, contactId, oldHash],
  });
  await session.query({
    text: `insert into visitor_token (workspace_id, contact_id, token_hash, created_at, identity, signed_fields)
           values ($1, $2, $3, $5, 'replaced', '{}'), ($1, $2, $4, $5, 'signed', $6)
           on conflict (token_hash) do nothing`,
    values: [workspaceId, contactId, oldHash, newHash, now, signedFields],
  });
}

/** Makes a token worth nothing. */
export async function deleteVisitorToken(
  session: Session,
  token: { readonly workspaceId: WorkspaceId; readonly tokenHash: Buffer },
): Promise<void> {
  await session.query({
    text: "delete from visitor_token where workspace_id = $1 and token_hash = $2",
    values: [token.workspaceId, token.tokenHash],
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
