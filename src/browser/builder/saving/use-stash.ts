import type { WorkflowDetailBody } from "#contract";
import { notifyDone } from "#browser/ui";
import { useEffect, useState } from "react";
import { sameGraph } from "../document/same-graph.ts";
import type { Builder } from "../use-builder.ts";
import type { Stash } from "./draft-stash.ts";
import { clearStash, readStash } from "./draft-stash.ts";

/**
 * Takes up a draft that was left unsaved in this browser, as one undoable change.
 * Made from an older revision, it is saved from that one, so that a conflict is offered.
 */
export function useStash(
  { workflow, draft }: WorkflowDetailBody,
  { replace }: Builder,
): Stash | null {
  const [stash] = useState(() => readStash(workflow.id));
  const isNews = stash !== null && !sameGraph(stash.graph, draft.graph);
  useEffect(() => {
    if (stash === null) return;
    if (!isNews) return clearStash(workflow.id);
    replace(stash.graph, "Restore unsaved changes");
    notifyDone("Your unsaved changes are back");
    // Once per opening of the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return isNews ? stash : null;
}
