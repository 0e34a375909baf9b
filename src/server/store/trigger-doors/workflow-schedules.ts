import type { Graph, Moment, Version, VersionId, WorkflowId, WorkspaceId } from "#core/domain";
import {
  type SqlMoment,
  fromMoment,
  fromMomentOrNull,
  toMoment,
  toMomentOrNull,
} from "../moments.ts";
import type { WorkspaceRow } from "../rows/workspace-row.ts";
import type { Session } from "../store.ts";

/** When a workflow fires next, and what that was worked out from. */
export interface WorkflowSchedule {
  readonly workspaceId: WorkspaceId;
  readonly workflowId: WorkflowId;
  readonly versionId: VersionId;
  /** The workspace's. */
  readonly timezone: string;
  readonly rhythm: string;
  /** Null when no moment comes. */
  readonly nextDueAt: Moment | null;
}

/** A live version whose schedule is not worked out yet, or from something else. */
export interface UnplannedVersion {
  readonly workspaceId: WorkspaceId;
  readonly timezone: string;
  readonly version: Version;
  readonly publishedAt: Moment;
}

interface VersionRow {
  workspace_id: WorkspaceId;
  timezone: string;
  version_id: VersionId;
  workflow_id: WorkflowId;
  number: number;
  graph: Graph;
  published_at: SqlMoment;
}

const toVersion = (row: VersionRow): Version => ({
  id: row.version_id,
  workflowId: row.workflow_id,
  number: row.number,
  graph: row.graph,
});

/** Changes whenever any workspace may have other live workflows than before; cheaper to ask than which. */
export async function loadConfigMark(session: Session): Promise<string> {
  const [row] = await session.query<{ mark: string }>({
    text: "select count(*) || ' ' || coalesce(sum(config_revision), 0) as mark from workspace",
  });
  return row?.mark ?? "";
}

/** Lists live versions with one of these triggers that `workflow_schedule` does not know as they are. */
export async function listUnplannedVersions(
  session: Session,
  triggerTypes: readonly string[],
  limit: number,
): Promise<UnplannedVersion[]> {
  const rows = await session.query<VersionRow>({
    text: `select w.workspace_id, o.timezone, v.version_id, w.workflow_id, v.number, v.graph, v.published_at
      from workflow w
      join workspace o on o.workspace_id = w.workspace_id
      join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
      left join workflow_schedule s on s.workspace_id = w.workspace_id and s.workflow_id = w.workflow_id
      where w.deleted_at is null and (s.version_id is distinct from w.live_version_id or s.timezone <> o.timezone)
        and v.graph->'trigger'->>'type' = any($1::text[])
      order by w.workspace_id, w.workflow_id limit $2`,
    values: [triggerTypes, limit],
  });
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    timezone: row.timezone,
    version: toVersion(row),
    publishedAt: toMoment(row.published_at),
  }));
}

/** Keeps when a workflow fires next; `keepsMoment` leaves a moment that the same rhythm has already. */
export async function saveWorkflowSchedule(
  session: Session,
  schedule: WorkflowSchedule,
  keepsMoment: boolean,
): Promise<void> {
  await session.query({
    text: `insert into workflow_schedule (workspace_id, workflow_id, version_id, timezone, rhythm, next_due_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (workspace_id, workflow_id) do update set version_id = excluded.version_id,
        timezone = excluded.timezone, rhythm = excluded.rhythm,
        next_due_at = case when $7 and workflow_schedule.rhythm = excluded.rhythm then workflow_schedule.next_due_at
          else excluded.next_due_at end`,
    values: [
      schedule.workspaceId,
      schedule.workflowId,
      schedule.versionId,
      schedule.timezone,
      schedule.rhythm,
      fromMomentOrNull(schedule.nextDueAt),
      keepsMoment,
    ],
  });
}

export async function deleteWorkflowSchedule(
  session: Session,
  { workspaceId, workflowId }: Pick<WorkflowSchedule, "workspaceId" | "workflowId">,
): Promise<void> {
  await session.query({
    text: "delete from workflow_schedule where workspace_id = $1 and workflow_id = $2",
    values: [workspaceId, workflowId],
  });
}

/** When the next workflow is due, and what the database's clock says now. */
export async function loadNextFiring(
  session: Session,
): Promise<{ dueAt: Moment | null; databaseNow: Moment }> {
  const [row] = await session.query<{ due_at: SqlMoment | null; now: SqlMoment }>({
    // by workflow_schedule_due
    text: `select (select min(next_due_at) from workflow_schedule where next_due_at is not null) as due_at,
      clock_timestamp() as now`,
  });
  if (row === undefined) throw new Error("the database told no time");
  return { dueAt: toMomentOrNull(row.due_at), databaseNow: toMoment(row.now) };
}

/** A workflow whose moment has come, held until the transaction ends. */
export interface DueWorkflow {
  readonly rhythm: string;
  readonly workspaceId: WorkspaceId;
  readonly workflowId: WorkflowId;
  readonly dueAt: Moment;
  /** As they are now; null when it is no longer live. */
  readonly live: { readonly version: Version; readonly workspace: WorkspaceRow } | null;
}

/** Takes hold of the workflow that has been due longest; undefined when none is, or another process has hold of each. */
export async function claimDueWorkflow(
  session: Session,
  now: Moment,
): Promise<DueWorkflow | undefined> {
  const [row] = await session.query<{
    workspace_id: WorkspaceId;
    workflow_id: WorkflowId;
    rhythm: string;
    next_due_at: SqlMoment;
  }>({
    // by workflow_schedule_due
    text: `select workspace_id, workflow_id, rhythm, next_due_at from workflow_schedule
      where next_due_at <= $1 order by next_due_at limit 1 for update skip locked`,
    values: [fromMoment(now)],
  });
  if (row === undefined) return undefined;
  const [live] = await session.query<VersionRow & { workspace: WorkspaceRow }>({
    // by workflow_pkey, version_pkey and workspace_pkey
    text: `select w.workspace_id, o.timezone, v.version_id, w.workflow_id, v.number, v.graph, v.published_at,
        jsonb_build_object('workspace_id', o.workspace_id, 'slug', o.slug, 'name', o.name, 'timezone', o.timezone,
          'language', o.language, 'is_demo', o.is_demo, 'config_revision', o.config_revision, 'settings', o.settings,
          'ai_agents', '[]'::jsonb) as workspace
      from workflow w
      join workspace o on o.workspace_id = w.workspace_id
      join version v on v.workspace_id = w.workspace_id and v.version_id = w.live_version_id
      where w.workspace_id = $1 and w.workflow_id = $2 and w.deleted_at is null`,
    values: [row.workspace_id, row.workflow_id],
  });
  return {
    rhythm: row.rhythm,
    workspaceId: row.workspace_id,
    workflowId: row.workflow_id,
    dueAt: toMoment(row.next_due_at),
    live: live === undefined ? null : { version: toVersion(live), workspace: live.workspace },
  };
}
