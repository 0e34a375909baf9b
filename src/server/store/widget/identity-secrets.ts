import type { WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

export interface IdentitySecretRow {
  readonly identity_secret_id: string;
  readonly sealed: Buffer;
  readonly ending: string;
  readonly created_at: SqlMoment;
  readonly last_used_at: SqlMoment | null;
}

/** Lists a workspace's identity secrets, newest first: at most two. */
export async function listIdentitySecrets(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<IdentitySecretRow[]> {
  return await session.query<IdentitySecretRow>({
    text: `select identity_secret_id, sealed, ending, created_at, last_used_at from identity_secret
           where workspace_id = $1 order by created_at desc, identity_secret_id desc`,
    values: [workspaceId],
  });
}

export async function insertIdentitySecret(
  session: Session,
  secret: {
    readonly workspaceId: WorkspaceId;
    readonly id: string;
    readonly sealed: Buffer;
    readonly ending: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into identity_secret (workspace_id, identity_secret_id, sealed, ending, created_at) values ($1, $2, $3, $4, $5)`,
    values: [secret.workspaceId, secret.id, secret.sealed, secret.ending, secret.createdAt],
  });
}

/** Notes, at most once a minute, that a signature was made with this secret. */
export async function noteSecretUse(
  session: Session,
  workspaceId: WorkspaceId,
  identitySecretId: string,
  now: Date,
): Promise<void> {
  await session.query({
    text: `update identity_secret set last_used_at = $3
           where workspace_id = $1 and identity_secret_id = $2
             and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
    values: [workspaceId, identitySecretId, now],
  });
}

/** Returns whether there was such a secret. */
export async function deleteIdentitySecret(
  session: Session,
  workspaceId: WorkspaceId,
  identitySecretId: string,
): Promise<boolean> {
  const rows = await session.query({
    text: "delete from identity_secret where workspace_id = $1 and identity_secret_id = $2 returning 1",
    values: [workspaceId, identitySecretId],
  });
  return rows.length > 0;
}
