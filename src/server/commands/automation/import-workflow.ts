import { type WorkflowId, graphSchema, toWorkflowId } from "#core/domain";
import { type FileReference, type WorkflowFile, replaceReferences } from "#core/workflow-file";
import { findDraft } from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";
import { createWorkflow } from "./create-workflow.ts";
import { knownReferences } from "./known-references.ts";
import { saveDraft } from "./save-draft.ts";

/** What an import made, and what a person should know of it. */
export interface ImportedWorkflow {
  readonly workflowId: WorkflowId;
  readonly isNew: boolean;
  readonly graph: WorkflowFile["graph"];
  /** How ids that are not known here were understood, in words. */
  readonly remarks: readonly string[];
}

/** Makes a workflow of a file, or updates the draft of the one that has its name. Nothing is published and nothing runs. */
export async function importWorkflow(
  tools: Omit<Tools, "accept" | "sealer" | "integrations">,
  caller: Caller,
  file: WorkflowFile,
): Promise<ImportedWorkflow> {
  const known = await knownReferences(tools.store, caller.workspaceId);
  const { ids, remarks } = findByName(file.references, known);
  const graph = graphSchema.parse(replaceReferences(file.graph, ids));
  const same = known.filter(({ kind, name }) => kind === "workflow" && name === file.name);
  const [first] = same;
  if (first === undefined) {
    const workflowId = await createWorkflow(tools, caller, { name: file.name, graph });
    return { workflowId, isNew: true, graph, remarks };
  }
  const workflowId = toWorkflowId(first.id);
  const draft = await findDraft(tools.store, caller.workspaceId, workflowId);
  if (draft === undefined) throw notFound("workflow");
  await saveDraft(tools, caller, workflowId, { graph, revision: draft.draft_revision });
  const several =
    same.length > 1
      ? [`${same.length} workflows are called “${file.name}”: the first was updated`]
      : [];
  return { workflowId, isNew: false, graph, remarks: [...several, ...remarks] };
}

/** Finds by kind and name what is not known by id. */
function findByName(
  references: readonly FileReference[],
  known: readonly FileReference[],
): { ids: ReadonlyMap<string, string>; remarks: readonly string[] } {
  const ids = new Map<string, string>();
  const remarks: string[] = [];
  for (const { id, kind, name } of references) {
    if (known.some((each) => each.id === id)) continue;
    const [match, second] = known.filter((each) => each.kind === kind && each.name === name);
    if (match !== undefined && second === undefined) {
      ids.set(id, match.id);
      remarks.push(`the ${kind} ${name} is the one of that name here`);
    } else
      remarks.push(
        match === undefined
          ? `there is no ${kind} ${name} here: choose another where it is used`
          : `several are called ${name} here: choose the ${kind} where it is used`,
      );
  }
  return { ids, remarks };
}
