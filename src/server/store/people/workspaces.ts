import type { WorkspaceId } from "#core/domain";
import type { WorkspaceRow } from "../rows/workspace-row.ts";
import type { Session } from "../store.ts";

export interface WorkspaceDetailRow {
  readonly workspace_id: WorkspaceId;
  readonly slug: string;
  readonly name: string;
  readonly timezone: string;
  readonly language: string;
  readonly public_key: string;
  readonly is_demo: boolean;
}

const COLUMNS = "workspace_id, slug, name, timezone, language, public_key, is_demo";

export async function getWorkspace(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<WorkspaceDetailRow> {
  const [row] = await session.query<WorkspaceDetailRow>({
    text: `select ${COLUMNS} from workspace where workspace_id = $1`,
    values: [workspaceId],
  });
  if (row === undefined) throw new Error(`workspace ${workspaceId} is gone`);
  return row;
}

/** Everything that the engine may know of a workspace, its schedules apart. */
export async function loadWorkspaceRow(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<WorkspaceRow> {
  const [row] = await session.query<WorkspaceRow>({
    text: `select workspace_id, slug, name, timezone, language, is_demo, config_revision, settings, (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.ai_agent_id, 'name', a.name) order by a.created_at), '[]')
        from ai_agent a where a.workspace_id = workspace.workspace_id and a.deleted_at is null
      ) as ai_agents from workspace where workspace_id = $1`,
    values: [workspaceId],
  });
  if (row === undefined) throw new Error(`workspace ${workspaceId} is gone`);
  return row;
}

/** Finds the workspace that a page's public key names; served by the unique index on public_key. */
export async function findWorkspaceByKey(
  session: Session,
  publicKey: string,
): Promise<(WorkspaceDetailRow & { readonly config_revision: number }) | undefined> {
  const [row] = await session.query<WorkspaceDetailRow & { config_revision: number }>({
    text: `select ${COLUMNS}, config_revision from workspace where public_key = $1`,
    values: [publicKey],
    name: "find-workspace-by-key",
  });
  return row;
}

export async function findWorkspaceBySlug(
  session: Session,
  slug: string,
): Promise<WorkspaceDetailRow | undefined> {
  const [row] = await session.query<WorkspaceDetailRow>({
    text: `select ${COLUMNS} from workspace where slug = $1`,
    values: [slug],
  });
  return row;
}

export async function listWorkspaceSlugs(session: Session): Promise<string[]> {
  const rows = await session.query<{ slug: string }>({
    text: "select slug from workspace order by slug limit 100",
  });
  return rows.map((row) => row.slug);
}

export async function findDemoWorkspace(session: Session): Promise<WorkspaceDetailRow | undefined> {
  const [row] = await session.query<WorkspaceDetailRow>({
    text: `select ${COLUMNS} from workspace where is_demo order by created_at limit 1`,
  });
  return row;
}

/** Tells whether any workspace exists: without one, the first owner is asked for. */
export async function hasWorkspace(session: Session): Promise<boolean> {
  const rows = await session.query<{ workspace_id: string }>({
    text: "select workspace_id from workspace limit 1",
  });
  return rows.length > 0;
}

/**
 * Waits for the right to make the first workspace, held to the end of the transaction:
 * two starters, or two people on the setup page, make one.
 */
export async function lockWorkspaces(session: Session): Promise<void> {
  await session.query({ text: "lock table workspace in share row exclusive mode" });
}

/** Inserts a workspace and its own lane. */
export async function insertWorkspace(
  session: Session,
  workspace: WorkspaceDetailRow & { readonly created_at: Date },
): Promise<void> {
  await session.query({
    text: `insert into workspace (workspace_id, slug, name, timezone, language, public_key, is_demo, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      workspace.workspace_id,
      workspace.slug,
      workspace.name,
      workspace.timezone,
      workspace.language,
      workspace.public_key,
      workspace.is_demo,
      workspace.created_at,
    ],
  });
  await session.query({
    text: "insert into lane (workspace_id, lane_id) values ($1, $1)",
    values: [workspace.workspace_id],
  });
}
