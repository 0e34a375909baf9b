import type { Graph } from "#core/domain";
import type { Document } from "../document/document.ts";
import { sameGraph } from "../document/same-graph.ts";
import { packHistory, unpackHistory } from "./pack-history.ts";

const prefix = "switchboard.history.";

/** Characters; a browser gives a page about five million for everything it keeps. */
const most = 1_000_000;

/** Keeps a history in this tab, its oldest entries left out until it is small enough. */
export function writeHistory(workflowId: string, document: Document): void {
  for (let kept = document; ; kept = withoutOldHalf(kept)) {
    const text = packHistory(kept);
    if (text.length <= most) return store(prefix + workflowId, text);
    if (kept.past.length + kept.future.length === 0) return store(prefix + workflowId, null);
  }
}

const withoutOldHalf = (document: Document): Document =>
  document.past.length === 0
    ? { ...document, future: [] }
    : { ...document, past: document.past.slice(Math.ceil(document.past.length / 2)) };

function store(key: string, text: string | null): void {
  try {
    sessionStorage.removeItem(key);
    if (text === null) return;
    try {
      sessionStorage.setItem(key, text);
    } catch {
      // Full: histories of other workflows are worth less than this one.
      for (const other of Object.keys(sessionStorage))
        if (other.startsWith(prefix)) sessionStorage.removeItem(other);
      sessionStorage.setItem(key, text);
    }
  } catch {
    // Switched off or too small: undo then begins anew with the next visit.
  }
}

/**
 * Takes up the history of a draft that says the same as when it was kept; null when there is none or the draft was changed
 * elsewhere since. The present is `graph` itself, so that the draft does not count as changed.
 */
export function readHistory(workflowId: string, graph: Graph): Document | null {
  try {
    const text = sessionStorage.getItem(prefix + workflowId);
    const document = text === null ? null : unpackHistory(text);
    return document !== null && sameGraph(document.graph, graph) ? { ...document, graph } : null;
  } catch {
    return null; // switched off
  }
}
