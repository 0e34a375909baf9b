import type { Graph, MemberId, VersionId, WorkflowId, WorkspaceId } from "#core/domain";
import type { SqlMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** A workflow as lists show it. */
export interface WorkflowRow {
  readonly workflow_id: WorkflowId;
  readonly name: string;
  readonly trigger_type: string;
  readonly live_version_number: number | null;
  readonly has_unpublished_changes: boolean;
  readonly priority: number;
  readonly runs_total: number;
  readonly runs_active: number;
  readonly runs_failed: number;
  /** A draft whose tests fail is not published. */
  readonly tests_block: boolean;
  readonly folder: string;
  readonly updated_at: SqlMoment;
  /** Who saved the draft last. */
  readonly edited_by: string | null;
  readonly published_at: SqlMoment | null;
}

// the run counts are served by run_workflow
const SELECT = `select w.workflow_id, w.name, w.draft->'trigger'->>'type' as trigger_type,
    v.number as live_version_number, v.published_at, w.priority, w.tests_block, w.updated_at, w.folder, m.name as edited_by,
    w.live_version_id is null or w.draft is distinct from v.graph as has_unpublished_changes,
    r.runs_total, r.runs_active, r.runs_failed
  from workflow w
  left join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
  left join member m on m.workspace_id = w.workspace_id and m.member_id = w.edited_by
  cross join lateral (
    select count(*)::int as runs_total,
           (count(*) filter (where state in ('running', 'waiting', 'paused')))::int as runs_active,
           (count(*) filter (where state = 'failed'))::int as runs_failed
    from run where run.workspace_id = w.workspace_id and run.workflow_id = w.workflow_id) r`;

/** Lists workflows in the order they are tried. */
export async function listWorkflows(
  session: Session,
  workspaceId: WorkspaceId,
  page: { readonly offset: number; readonly limit: number },
): Promise<WorkflowRow[]> {
  return await session.query<WorkflowRow>({
    text: `${SELECT} where w.workspace_id = $1 and w.deleted_at is null order by w.priority, w.created_at, w.workflow_id offset $2 limit $3`,
    values: [workspaceId, page.offset, page.limit],
  });
}

export async function findWorkflow(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<WorkflowRow | undefined> {
  const [row] = await session.query<WorkflowRow>({
    text: `${SELECT} where w.workspace_id = $1 and w.workflow_id = $2 and w.deleted_at is null`,
    values: [workspaceId, workflowId],
  });
  return row;
}

export interface DraftRow {
  readonly draft: Graph;
  readonly draft_revision: number;
  readonly live_version_id: VersionId | null;
  readonly tests_block: boolean;
}

export async function findDraft(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<DraftRow | undefined> {
  const [row] = await session.query<DraftRow>({
    text: `select draft, draft_revision, live_version_id, tests_block from workflow
           where workspace_id = $1 and workflow_id = $2 and deleted_at is null`,
    values: [workspaceId, workflowId],
  });
  return row;
}

/** Like `findDraft`, and holds the workflow until the transaction ends: one publish at a time. */
export async function lockDraft(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<DraftRow | undefined> {
  const [row] = await session.query<DraftRow>({
    text: `select draft, draft_revision, live_version_id, tests_block from workflow
           where workspace_id = $1 and workflow_id = $2 and deleted_at is null for update`,
    values: [workspaceId, workflowId],
  });
  return row;
}

/** Inserts a workflow behind all others. */
export async function insertWorkflow(
  session: Session,
  workflow: {
    workspaceId: WorkspaceId;
    workflowId: WorkflowId;
    name: string;
    draft: Graph;
    createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into workflow (workspace_id, workflow_id, name, draft, priority, created_at, updated_at)
           select $1, $2, $3, $4, coalesce(max(priority) + 1, 0), $5, $5 from workflow
           where workspace_id = $1 and deleted_at is null`,
    values: [
      workflow.workspaceId,
      workflow.workflowId,
      workflow.name,
      JSON.stringify(workflow.draft),
      workflow.createdAt,
    ],
  });
}

/** Changes what lists say of a workflow; what is left out stays. Neither is a change of its draft. */
export async function updateWorkflow(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  change: { readonly name?: string | undefined; readonly folder?: string | undefined },
  at: Date,
): Promise<void> {
  await session.query({
    text: `update workflow set name = coalesce($3, name), folder = coalesce($4, folder), updated_at = $5
           where workspace_id = $1 and workflow_id = $2`,
    values: [workspaceId, workflowId, change.name ?? null, change.folder ?? null, at],
  });
}

/** Saves a draft when nobody saved it since `revision`. Returns the new revision; `undefined` when somebody did or it is gone. */
export async function updateDraft(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  save: {
    readonly graph: Graph;
    readonly revision: number;
    readonly at: Date;
    readonly by: MemberId | null;
  },
): Promise<number | undefined> {
  const [row] = await session.query<{ draft_revision: number }>({
    text: `update workflow set draft = $4, draft_revision = draft_revision + 1, updated_at = $5, edited_by = $6
           where workspace_id = $1 and workflow_id = $2 and draft_revision = $3 and deleted_at is null
           returning draft_revision`,
    values: [workspaceId, workflowId, save.revision, JSON.stringify(save.graph), save.at, save.by],
  });
  return row?.draft_revision;
}

/** Makes a version live. */
export async function setLiveVersion(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  versionId: VersionId,
): Promise<void> {
  await session.query({
    text: `update workflow set live_version_id = $3, retired_version_id = null, unpublished_at = null
           where workspace_id = $1 and workflow_id = $2`,
    values: [workspaceId, workflowId, versionId],
  });
}

/** Takes the live version down, if there is one; which it was is kept for the ledger of what did not start. */
export async function clearLiveVersion(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  at: Date,
): Promise<void> {
  await session.query({
    text: `update workflow set live_version_id = null, retired_version_id = live_version_id, unpublished_at = $3
           where workspace_id = $1 and workflow_id = $2 and live_version_id is not null`,
    values: [workspaceId, workflowId, at],
  });
}

/** Marks a workflow deleted and not live; its versions stay for the runs pinned to them. */
export async function markWorkflowDeleted(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  at: Date,
): Promise<boolean> {
  const rows = await session.query<{ workflow_id: string }>({
    text: `update workflow set deleted_at = $3, live_version_id = null
           where workspace_id = $1 and workflow_id = $2 and deleted_at is null returning workflow_id`,
    values: [workspaceId, workflowId, at],
  });
  return rows.length > 0;
}

/** Locks every workflow of the list that is there and returns their ids. */
export async function lockWorkflowIds(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<WorkflowId[]> {
  const rows = await session.query<{ workflow_id: WorkflowId }>({
    text: `select workflow_id from workflow where workspace_id = $1 and deleted_at is null order by workflow_id for update`,
    values: [workspaceId],
  });
  return rows.map((row) => row.workflow_id);
}

/** Gives the workflows the priorities 0, 1, 2 … in the order of the ids. */
export async function orderWorkflows(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly WorkflowId[],
): Promise<void> {
  await session.query({
    text: `update workflow set priority = wanted.position - 1
           from unnest($2::uuid[]) with ordinality as wanted (workflow_id, position)
           where workflow.workspace_id = $1 and workflow.workflow_id = wanted.workflow_id`,
    values: [workspaceId, ids],
  });
}

/**
 * Counts a change of what may start, in the transaction that makes it: every process decides by the new list
 * from its commit on.
 */
export async function bumpConfigRevision(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<void> {
  await session.query({
    text: "update workspace set config_revision = config_revision + 1 where workspace_id = $1",
    values: [workspaceId],
  });
}

/** The triggers of the live versions, for the widget's sensor. */
export async function listLiveTriggers(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<{ readonly name: string; readonly trigger: Graph["trigger"] }[]> {
  return await session.query({
    text: `select w.name, v.graph->'trigger' as trigger from workflow w
           join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
           where w.workspace_id = $1 and w.deleted_at is null order by w.priority`,
    values: [workspaceId],
  });
}

/** Every workflow with the graph of its live version, first tried first; null for one that has none. */
export async function listWorkflowGraphs(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<
  {
    readonly id: WorkflowId;
    readonly name: string;
    readonly priority: number;
    readonly graph: Graph | null;
  }[]
> {
  return await session.query({
    // by workflow_pkey and version_pkey
    text: `select w.workflow_id as id, w.name, w.priority, v.graph from workflow w
           left join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
           where w.workspace_id = $1 and w.deleted_at is null order by w.priority, w.created_at, w.workflow_id`,
    values: [workspaceId],
  });
}
