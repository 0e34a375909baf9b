import type { Role, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface ApiKeyRow {
  readonly api_key_id: string;
  readonly workspace_id: WorkspaceId;
  readonly role: Role;
}

/** Finds a key by the hash of its token and notes, at most once a minute, that it was used. */
export async function findApiKey(
  session: Session,
  tokenHash: Buffer,
  now: Date,
): Promise<ApiKeyRow | undefined> {
  const [row] = await session.query<ApiKeyRow & { last_used_at: string | null }>({
    text: `select api_key_id, workspace_id, role, last_used_at from api_key where token_hash = $1 and revoked_at is null`,
    values: [tokenHash],
    name: "find-api-key",
  });
  if (row === undefined) return undefined;
  if (row.last_used_at === null || now.getTime() - Date.parse(row.last_used_at) > 60_000) {
    await session.query({
      text: "update api_key set last_used_at = $3 where workspace_id = $1 and api_key_id = $2",
      values: [row.workspace_id, row.api_key_id, now],
    });
  }
  return row;
}

export async function insertApiKey(
  session: Session,
  key: {
    workspaceId: WorkspaceId;
    apiKeyId: string;
    name: string;
    tokenHash: Buffer;
    prefix: string;
    role: Role;
    createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into api_key (workspace_id, api_key_id, name, token_hash, prefix, role, created_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      key.workspaceId,
      key.apiKeyId,
      key.name,
      key.tokenHash,
      key.prefix,
      key.role,
      key.createdAt,
    ],
  });
}
