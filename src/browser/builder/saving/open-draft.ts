import type { WorkflowDetailBody } from "#contract";
import { type Document, openDocument, record } from "../document/document.ts";
import { sameGraph } from "../document/same-graph.ts";
import { readHistory } from "../history/stored-history.ts";
import { readStash, type Stash } from "./draft-stash.ts";

/** What a builder opens with. */
export interface OpenedDraft {
  readonly document: Document;
  /** Unsaved changes found in this browser; null when the server has everything. */
  readonly stash: Stash | null;
}

/**
 * Opens a draft as it was left here: with changes that the server never got, and with the history of this tab when nobody else has
 * changed the draft since. Without that history, unsaved changes are one undoable change.
 */
export function openDraft({ workflow, draft }: WorkflowDetailBody): OpenedDraft {
  const found = readStash(workflow.id);
  const stash = found !== null && !sameGraph(found.graph, draft.graph) ? found : null;
  const kept = readHistory(workflow.id, stash?.graph ?? draft.graph);
  const opened = openDocument(draft.graph);
  if (stash === null) return { document: kept ?? opened, stash };
  return { document: kept ?? record(opened, stash.graph, "Restore unsaved changes"), stash };
}
