import type {
  Graph,
  LiveWorkflow,
  Moment,
  Version,
  VersionId,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import { fromMoment, type SqlMoment, toMoment } from "../moments.ts";
import type { Session } from "../store.ts";

interface VersionRow {
  version_id: VersionId;
  workflow_id: WorkflowId;
  number: number;
  graph: Graph;
}

const toVersion = (row: VersionRow): Version => ({
  id: row.version_id,
  workflowId: row.workflow_id,
  number: row.number,
  graph: row.graph,
});

/** Loads the workflows that have a live version, first tried first. */
export async function loadLiveWorkflows(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<LiveWorkflow[]> {
  const rows = await session.query<VersionRow & { name: string; priority: number }>({
    // by workflow_pkey and version_pkey
    text: `select w.workflow_id, w.name, w.priority, v.version_id, v.number, v.graph
      from workflow w join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
      where w.workspace_id = $1 and w.deleted_at is null order by w.priority, w.created_at, w.workflow_id`,
    values: [workspaceId],
  });
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    name: row.name,
    priority: row.priority,
    version: toVersion(row),
  }));
}

/** Loads workflows that have no live version and had one until a moment after `since`, as they were then. */
export async function loadRetiredWorkflows(
  session: Session,
  workspaceId: WorkspaceId,
  since: Moment,
): Promise<(LiveWorkflow & { readonly unpublishedAt: Moment })[]> {
  const rows = await session.query<
    VersionRow & { name: string; priority: number; unpublished_at: SqlMoment }
  >({
    // by workflow_pkey and version_pkey
    text: `select w.workflow_id, w.name, w.priority, w.unpublished_at, v.version_id, v.number, v.graph
      from workflow w join version v on v.workspace_id = w.workspace_id and v.version_id = w.retired_version_id
      where w.workspace_id = $1 and w.deleted_at is null and w.live_version_id is null and w.unpublished_at >= $2
      order by w.priority, w.created_at, w.workflow_id`,
    values: [workspaceId, fromMoment(since)],
  });
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    name: row.name,
    priority: row.priority,
    version: toVersion(row),
    unpublishedAt: toMoment(row.unpublished_at),
  }));
}

/** Loads versions that runs are pinned to, live or not. */
export async function loadVersions(
  session: Session,
  wanted: readonly { workspaceId: WorkspaceId; versionId: VersionId }[],
): Promise<Version[]> {
  const rows = await session.query<VersionRow>({
    // by version_pkey
    text: `select version_id, workflow_id, number, graph from version
      join unnest($1::uuid[], $2::uuid[]) as w (workspace_id, version_id) using (workspace_id, version_id)`,
    values: [
      wanted.map(({ workspaceId }) => workspaceId),
      wanted.map(({ versionId }) => versionId),
    ],
  });
  return rows.map(toVersion);
}
