import type { Graph, MemberId, VersionId, WorkflowId, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

export interface VersionRow {
  readonly version_id: VersionId;
  readonly workflow_id: WorkflowId;
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly is_live: boolean;
  readonly published_at: SqlMoment;
  readonly published_by: string | null;
  readonly runs_total: number;
  readonly runs_active: number;
}

// the counts are served by run_workflow, so that every statement names the workspace as $1 and the workflow as $2
const SELECT = `select v.version_id, v.workflow_id, v.number, v.name, v.note, v.published_at, m.name as published_by,
    coalesce(r.total, 0) as runs_total, coalesce(r.active, 0) as runs_active, coalesce(w.live_version_id = v.version_id, false) as is_live`;
const FROM = `from version v
  join workflow w using (workspace_id, workflow_id)
  left join member m on m.workspace_id = v.workspace_id and m.member_id = v.published_by
  left join (
    select version_id, count(*)::int as total,
           (count(*) filter (where state in ('running', 'waiting', 'paused')))::int as active
    from run where workspace_id = $1 and workflow_id = $2 group by version_id) r on r.version_id = v.version_id`;

/** Lists a workflow's versions, newest first; served by version_number. */
export async function listVersions(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  page: { readonly offset: number; readonly limit: number },
): Promise<VersionRow[]> {
  return await session.query<VersionRow>({
    text: `${SELECT} ${FROM} where v.workspace_id = $1 and v.workflow_id = $2 order by v.number desc offset $3 limit $4`,
    values: [workspaceId, workflowId, page.offset, page.limit],
  });
}

/** Finds a version of a workflow, also of a deleted one: a run may be drawn on it. */
export async function findVersion(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  versionId: VersionId,
): Promise<(VersionRow & { readonly graph: Graph }) | undefined> {
  const [row] = await session.query<VersionRow & { graph: Graph }>({
    text: `${SELECT}, v.graph ${FROM} where v.workspace_id = $1 and v.workflow_id = $2 and v.version_id = $3`,
    values: [workspaceId, workflowId, versionId],
  });
  return row;
}

/** Inserts the next version of a workflow; the caller holds the workflow's row. */
export async function insertVersion(
  session: Session,
  version: {
    workspaceId: WorkspaceId;
    workflowId: WorkflowId;
    versionId: VersionId;
    graph: Graph;
    contentHash: string;
    name?: string;
    note: string;
    publishedAt: Date;
    publishedBy: MemberId | null;
  },
): Promise<void> {
  await session.query({
    text: `insert into version (workspace_id, version_id, workflow_id, number, graph, content_hash, note, published_at, published_by, name)
           select $1, $2, $3, coalesce(max(number) + 1, 1), $4, $5, $6, $7, $8, $9 from version
           where workspace_id = $1 and workflow_id = $3`,
    values: [
      version.workspaceId,
      version.versionId,
      version.workflowId,
      JSON.stringify(version.graph),
      version.contentHash,
      version.note,
      version.publishedAt,
      version.publishedBy,
      version.name ?? "",
    ],
  });
}

/** Changes what is said about a version; what is left out stays. Tells whether it is there. */
export async function updateVersion(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  versionId: VersionId,
  change: { readonly name?: string | undefined; readonly note?: string | undefined },
): Promise<boolean> {
  const rows = await session.query<{ version_id: string }>({
    text: `update version set name = coalesce($4, name), note = coalesce($5, note)
           where workspace_id = $1 and workflow_id = $2 and version_id = $3 returning version_id`,
    values: [workspaceId, workflowId, versionId, change.name ?? null, change.note ?? null],
  });
  return rows.length > 0;
}

/** Names the workflow that a version belongs to. */
export async function findWorkflowOfVersion(
  session: Session,
  workspaceId: WorkspaceId,
  versionId: VersionId,
): Promise<WorkflowId | undefined> {
  const [row] = await session.query<{ workflow_id: WorkflowId }>({
    text: "select workflow_id from version where workspace_id = $1 and version_id = $2",
    values: [workspaceId, versionId],
  });
  return row?.workflow_id;
}
