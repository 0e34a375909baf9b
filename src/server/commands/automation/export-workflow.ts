import { type WorkflowId, type WorkspaceId, graphSchema } from "#core/domain";
import { formatWorkflowFile, referencesOf } from "#core/workflow-file";
import { findDraft, findWorkflow } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { knownReferences } from "./known-references.ts";

/**
 * Writes the draft of a workflow as a file for people and Git.
 * @throws RequestError 404 when there is no such workflow.
 */
export async function exportWorkflow(
  tools: Pick<Tools, "store" | "steps">,
  workspaceId: WorkspaceId,
  workflowId: WorkflowId,
): Promise<string> {
  const workflow = await findWorkflow(tools.store, workspaceId, workflowId);
  const draft = await findDraft(tools.store, workspaceId, workflowId);
  if (workflow === undefined || draft === undefined) throw notFound("workflow");
  const graph = graphSchema.parse(draft.draft);
  const known = await knownReferences(tools.store, workspaceId);
  return formatWorkflowFile(
    { name: workflow.name, graph, references: referencesOf(graph, known) },
    tools.steps,
  );
}
