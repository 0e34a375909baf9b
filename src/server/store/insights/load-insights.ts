import type { WorkflowId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";
import type { InsightMeasure } from "./insight-count.ts";

/** A sum of counts; `day` only of a run as a whole, where a chart wants it. */
export interface InsightRow {
  readonly version_number: number;
  readonly day: string | null;
  readonly step_id: string;
  readonly measure: InsightMeasure;
  readonly path: string;
  readonly bucket: number;
  readonly counted: number;
}

/** Which runs are asked for: those that started from one UTC day to another, both included, on one version or all. */
export interface InsightPeriod {
  readonly workspaceId: WorkspaceId;
  readonly workflowId: WorkflowId;
  readonly from: string;
  readonly to: string;
  readonly versionNumber: number | null;
}

/** Sums what the runs of a period came to; served by insight_count_pkey, version by version. */
export async function loadInsights(
  session: Session,
  { workspaceId, workflowId, from, to, versionNumber }: InsightPeriod,
): Promise<InsightRow[]> {
  return await session.query<InsightRow>({
    text: `select v.number as version_number,
        case when c.step_id = '' and c.measure <> 'took' then to_char(c.day, 'YYYY-MM-DD') end as day,
        c.step_id, c.measure, c.path, c.bucket, sum(c.counted)::bigint as counted
      from version v
      join insight_count c on c.workspace_id = v.workspace_id and c.version_id = v.version_id
      where v.workspace_id = $1 and v.workflow_id = $2 and ($5::int is null or v.number = $5)
        and c.day between $3::date and $4::date
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
    values: [workspaceId, workflowId, from, to, versionNumber],
  });
}

/** What a step was called in the newest version that has it. */
export interface StepNameRow {
  readonly step_id: string;
  readonly name: string;
  readonly type: string;
  readonly version_number: number;
}

/** Finds what steps were called, in one version or, newest first, in all. */
export async function listStepNames(
  session: Session,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
  versionNumber: number | null,
): Promise<StepNameRow[]> {
  return await session.query<StepNameRow>({
    // by version_number
    text: `select distinct on (step->>'id') step->>'id' as step_id, step->>'name' as name, step->>'type' as type,
        v.number as version_number
      from version v cross join lateral jsonb_array_elements(v.graph->'steps') step
      where v.workspace_id = $1 and v.workflow_id = $2 and ($3::int is null or v.number = $3)
      order by step->>'id', v.number desc`,
    values: [workspaceId, workflowId, versionNumber],
  });
}

/** How often workflows started and finished on each UTC day; `completed` as their runs were meant to. */
export interface WorkflowDayRow {
  readonly workflow_id: WorkflowId;
  readonly day: string;
  readonly started: number;
  readonly completed: number;
}

/** Counts the runs of every workflow of a workspace that started from one UTC day to another, both included; a day without any has no row. */
export async function countWorkflowDays(
  session: Session,
  workspaceId: WorkspaceId,
  from: string,
  to: string,
): Promise<WorkflowDayRow[]> {
  return await session.query<WorkflowDayRow>({
    // by insight_count_pkey, once for each version that is live or was counted; runs as a whole are few rows
    text: `select v.workflow_id, to_char(c.day, 'YYYY-MM-DD') as day,
        coalesce(sum(c.counted) filter (where c.measure = 'started'), 0)::bigint as started,
        coalesce(sum(c.counted) filter (where c.measure = 'finished'
          and c.path in ('conversation_closed', 'handed_over', 'ended')), 0)::bigint as completed
      from version v
      join insight_count c on c.workspace_id = v.workspace_id and c.version_id = v.version_id
      where v.workspace_id = $1 and c.day between $2::date and $3::date and c.step_id = ''
        and c.measure in ('started', 'finished')
      group by 1, 2 order by 1, 2`,
    values: [workspaceId, from, to],
  });
}
