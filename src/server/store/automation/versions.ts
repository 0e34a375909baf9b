import type { Graph, MemberId, VersionId, WorkflowId, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

export interface VersionRow {
  readonly version_id: VersionId;
  readonly workflow_id: WorkflowId;
  readonly number: number;
  readonly note: string;
  readonly is_live: boolean;
  readonly published_at: SqlMoment;
  readonly published_by: string | null;
}

const SELECT = `select v.version_id, v.workflow_id, v.number, v.note, v.published_at, m.name as published_by,
    coalesce(w.live_version_id = v.version_id, false) as is_live`;
const FROM = `from version v
  join workflow w using (workspace_id, workflow_id)
  left join member m on m.workspace_id = v.workspace_id and m.member_id = v.published_by`;

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
    note: string;
    publishedAt: Date;
    publishedBy: MemberId | null;
  },
): Promise<void> {
  await session.query({
    text: `insert into version (workspace_id, version_id, workflow_id, number, graph, content_hash, note, published_at, published_by)
           select $1, $2, $3, coalesce(max(number) + 1, 1), $4, $5, $6, $7, $8 from version
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
    ],
  });
}
