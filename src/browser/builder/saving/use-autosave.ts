import type { WorkflowDetailBody } from "#contract";
import { ApiProblem, explainError, isTemporary, useSaveDraft } from "#browser/data";
import { notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { useEffect, useState } from "react";
import type { SaveResult, SaveState } from "./autosaver.ts";
import { Autosaver } from "./autosaver.ts";
import { clearStash, type Stash, writeStash } from "./draft-stash.ts";

const toResult = (error: unknown): SaveResult => {
  if (error instanceof ApiProblem && error.code === "draft_changed") return { kind: "conflict" };
  if (isTemporary(error)) return { kind: "temporary", message: explainError(error) };
  const isGone = error instanceof ApiProblem && error.status === 404;
  if (error instanceof ApiProblem && error.code === "not_signed_in")
    notifyFailed(
      "You were signed out",
      "Your changes are kept in this browser. Sign in to go on with them.",
    );
  const message = isGone
    ? "This workflow was deleted. Your draft is still on this page."
    : explainError(error);
  return { kind: "refused", message, isGone };
};

/**
 * Saves the graph of the page by itself and warns before the page is left with something unsaved. What the server does not
 * have yet is kept in this browser as well. `stash` is what was left here unsaved before.
 */
export function useAutosave(
  detail: WorkflowDetailBody,
  graph: Graph,
  stash: Stash | null,
): { readonly state: SaveState; readonly saver: Autosaver } {
  const workflowId = detail.workflow.id;
  const { mutateAsync: saveDraft } = useSaveDraft(workflowId);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  // It outlives every later answer of the server: it knows its own revision.
  const [saver] = useState(
    () =>
      new Autosaver({
        revision: stash?.revision ?? detail.draft.revision,
        saved: detail.draft.graph,
        base: baseOf(detail, stash),
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

/** What the draft on the page was made from; null when only its number is known. */
function baseOf({ draft }: WorkflowDetailBody, stash: Stash | null): Graph | null {
  if (stash === null || stash.revision === draft.revision) return draft.graph;
  return stash.base;
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
