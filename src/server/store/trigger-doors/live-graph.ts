import type { WorkflowId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** Loads the graph of a workflow's live version, unread; undefined when none is live. */
export async function findLiveGraph(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<unknown> {
  const [row] = await session.query<{ graph: unknown }>({
    // by workflow_pkey and version_pkey
    text: `select v.graph from workflow w
      join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
      where w.workspace_id = $1 and w.workflow_id = $2 and w.deleted_at is null`,
    values: [workspaceId, workflowId],
  });
  return row?.graph;
}

/** Tells which of these keys a door was told since a moment. */
export async function findToldKey(
  session: Session,
  source: {
    readonly workspaceId: WorkspaceId;
    readonly door: string;
    readonly keys: readonly string[];
  },
  since: Date,
): Promise<string | undefined> {
  const [row] = await session.query<{ source_key: string }>({
    // by event_source_pkey
    text: `select source_key from event_source
      where workspace_id = $1 and door = $2 and source_key = any($3) and created_at > $4 order by created_at limit 1`,
    values: [source.workspaceId, source.door, source.keys, since],
  });
  return row?.source_key;
}
