import type {
  ContactId,
  PendingGoal,
  RunId,
  VersionId,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import { type SqlMoment, fromMoment, toMoment } from "../moments.ts";

export interface PendingGoalRow {
  workspace_id: WorkspaceId;
  contact_id: ContactId;
  run_id: RunId;
  workflow_id: WorkflowId;
  version_id: VersionId;
  until: SqlMoment;
}

export function toPendingGoal(row: PendingGoalRow): PendingGoal {
  return {
    runId: row.run_id,
    workflowId: row.workflow_id,
    versionId: row.version_id,
    until: toMoment(row.until),
  };
}

export function fromPendingGoal(
  workspaceId: WorkspaceId,
  contactId: ContactId,
  goal: PendingGoal,
): PendingGoalRow {
  return {
    workspace_id: workspaceId,
    contact_id: contactId,
    run_id: goal.runId,
    workflow_id: goal.workflowId,
    version_id: goal.versionId,
    until: fromMoment(goal.until),
  };
}
