import type { VersionBody, WorkflowBody } from "#contract";
import type { VersionRow, WorkflowRow } from "#server/store";
import { presentMoment, presentMomentOrNull } from "./present-moment.ts";

export function presentWorkflow(row: WorkflowRow): WorkflowBody {
  return {
    id: row.workflow_id,
    name: row.name,
    state: row.live_version_number === null ? "draft" : "live",
    trigger_type: row.trigger_type,
    live_version_number: row.live_version_number,
    has_unpublished_changes: row.has_unpublished_changes,
    priority: row.priority,
    tests_block: row.tests_block,
    runs: { total: row.runs_total, active: row.runs_active, failed: row.runs_failed },
    folder: row.folder,
    updated_at: presentMoment(row.updated_at),
    edited_by: row.edited_by,
    published_at: presentMomentOrNull(row.published_at),
  };
}

export function presentVersion(row: VersionRow): VersionBody {
  return {
    id: row.version_id,
    workflow_id: row.workflow_id,
    number: row.number,
    name: row.name,
    note: row.note,
    is_live: row.is_live,
    runs: { total: row.runs_total, active: row.runs_active },
    published_at: presentMoment(row.published_at),
    published_by: row.published_by,
  };
}
