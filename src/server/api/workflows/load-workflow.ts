import type { WorkflowBody, WorkflowDetailBody } from "#contract";
import { type WorkflowId, type WorkspaceId, graphSchema } from "#core/domain";
import { notFound } from "#server/commands";
import { findDraft, findWorkflow } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentWorkflow } from "../presenters/present-workflow.ts";

export async function loadWorkflow(
  doors: Doors,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<WorkflowBody> {
  const row = await findWorkflow(doors.tools.store, workspaceId, workflowId);
  if (row === undefined) throw notFound("workflow");
  return presentWorkflow(row);
}

export async function loadWorkflowDetail(
  doors: Doors,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<WorkflowDetailBody> {
  const [workflow, draft] = await Promise.all([
    loadWorkflow(doors, workspaceId, workflowId),
    findDraft(doors.tools.store, workspaceId, workflowId),
  ]);
  if (draft === undefined) throw notFound("workflow");
  return {
    workflow,
    draft: { graph: graphSchema.parse(draft.draft), revision: draft.draft_revision },
  };
}
