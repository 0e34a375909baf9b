import type { Moment, Problem, WorkspaceId } from "#core/domain";
import { type SqlMoment, fromMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** How an integration of a workspace is let in. */
export interface CredentialRow {
  readonly credential_id: string;
  readonly integration: string;
  readonly sealed: Buffer;
  readonly shown: Readonly<Record<string, string>>;
  readonly label: string;
  readonly state: CredentialState;
  readonly problem: Problem | null;
  readonly created_at: SqlMoment;
  readonly accepted_at: SqlMoment;
}

export type CredentialState = "connected" | "refused";

const COLUMNS =
  "credential_id, integration, sealed, shown, label, state, problem, created_at, accepted_at";

/** Lists a workspace's credentials: one for each integration at most. */
export async function listCredentials(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<CredentialRow[]> {
  return await session.query<CredentialRow>({
    text: `select ${COLUMNS} from credential where workspace_id = $1 order by integration`,
    values: [workspaceId],
  });
}

export async function findCredential(
  session: Session,
  workspaceId: WorkspaceId,
  by: { readonly id: string } | { readonly integration: string },
): Promise<CredentialRow | undefined> {
  const [column, value] =
    "id" in by ? (["credential_id", by.id] as const) : (["integration", by.integration] as const);
  const [row] = await session.query<CredentialRow>({
    // by the primary key or by credential_integration
    text: `select ${COLUMNS} from credential where workspace_id = $1 and ${column} = $2`,
    values: [workspaceId, value],
  });
  return row;
}

/** Stores a credential in the place of the one that the integration had, whatever became of that. */
export async function replaceCredential(
  session: Session,
  credential: {
    readonly workspaceId: WorkspaceId;
    readonly id: string;
    readonly integration: string;
    readonly sealed: Buffer;
    readonly shown: Readonly<Record<string, string>>;
    readonly label: string;
    readonly now: Moment;
  },
): Promise<void> {
  const { workspaceId, id, integration, sealed, shown, label, now } = credential;
  await session.query({
    text: `insert into credential (workspace_id, credential_id, integration, sealed, shown, label, state, created_at, accepted_at)
           values ($1, $2, $3, $4, $5, $6, 'connected', $7, $7)
           on conflict (workspace_id, integration) do update set credential_id = excluded.credential_id, sealed = excluded.sealed,
             shown = excluded.shown, label = excluded.label, state = excluded.state, problem = null,
             created_at = excluded.created_at, accepted_at = excluded.accepted_at`,
    values: [workspaceId, id, integration, sealed, JSON.stringify(shown), label, fromMoment(now)],
  });
}

/** Notes that the other system let the credential in, under which name. */
export async function noteAccepted(
  session: Session,
  workspaceId: WorkspaceId,
  credentialId: string,
  about: { readonly label: string; readonly now: Moment },
): Promise<void> {
  await session.query({
    text: `update credential set state = 'connected', problem = null, label = $3, accepted_at = $4
           where workspace_id = $1 and credential_id = $2`,
    values: [workspaceId, credentialId, about.label, fromMoment(about.now)],
  });
}

/** Notes what went wrong; a refused credential stays refused until a test finds otherwise. */
export async function noteTrouble(
  session: Session,
  workspaceId: WorkspaceId,
  credentialId: string,
  about: { readonly problem: Problem; readonly isRefused: boolean },
): Promise<void> {
  await session.query({
    text: `update credential set problem = $3, state = case when $4 then 'refused' else state end
           where workspace_id = $1 and credential_id = $2`,
    values: [workspaceId, credentialId, JSON.stringify(about.problem), about.isRefused],
  });
}

/** Returns whether there was such a credential. */
export async function deleteCredential(
  session: Session,
  workspaceId: WorkspaceId,
  credentialId: string,
): Promise<boolean> {
  const rows = await session.query({
    text: "delete from credential where workspace_id = $1 and credential_id = $2 returning 1",
    values: [workspaceId, credentialId],
  });
  return rows.length > 0;
}
