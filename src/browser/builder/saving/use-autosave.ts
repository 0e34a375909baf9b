import type { WorkflowDetailBody } from "#contract";
import { ApiProblem, explainError, isTemporary, useSaveDraft } from "#browser/data";
import type { Graph } from "#core/domain";
import { useEffect, useState } from "react";
import type { SaveResult, SaveState } from "./autosaver.ts";
import { Autosaver } from "./autosaver.ts";
import { clearStash, writeStash } from "./draft-stash.ts";

const toResult = (error: unknown): SaveResult => {
  if (error instanceof ApiProblem && error.code === "draft_changed") return { kind: "conflict" };
  if (isTemporary(error)) return { kind: "temporary", message: explainError(error) };
  if (error instanceof ApiProblem && error.status === 404)
    return {
      kind: "refused",
      message: "This workflow was deleted. Your draft is still on this page.",
    };
  return { kind: "refused", message: explainError(error) };
};

/**
 * Saves the graph of the page by itself and warns before the page is left with something unsaved. What the server does not
 * have yet is kept in this browser as well. `revision` is the one the graph was made from, when that is not the server's newest.
 */
export function useAutosave(
  detail: WorkflowDetailBody,
  graph: Graph,
  revision = detail.draft.revision,
): { readonly state: SaveState; readonly saver: Autosaver } {
  const workflowId = detail.workflow.id;
  const { mutateAsync: saveDraft } = useSaveDraft(workflowId);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  // It outlives every later answer of the server: it knows its own revision.
  const [saver] = useState(
    () =>
      new Autosaver({
        revision,
        saved: detail.draft.graph,
        onState: setState,
        save: (changed, from) =>
          saveDraft({ graph: changed, revision: from }).then(
            (saved): SaveResult => ({ kind: "saved", revision: saved.revision }),
            toResult,
          ),
      }),
  );
  useEffect(() => saver.change(graph), [saver, graph]);
  useEffect(() => {
    const unsaved = saver.unsaved();
    if (unsaved === null) clearStash(workflowId);
    else writeStash(workflowId, unsaved);
  }, [saver, workflowId, graph, state]);
  useLeaveGuard(saver);
  return { state, saver };
}

function useLeaveGuard(saver: Autosaver) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.isDirty()) return;
      void saver.flush();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void saver.flush().then(() => saver.stop());
    };
  }, [saver]);
}
