import type { Graph } from "#core/domain";

/** One gesture that can be taken back: the graph before it, and what it was called. */
interface HistoryEntry {
  readonly graph: Graph;
  readonly label: string;
}

/**
 * A graph under edit with its history. Graphs are never mutated, so undo gives back the very object it had:
 * byte for byte, edges and positions included.
 */
export interface Document {
  readonly graph: Graph;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** Names what is being typed; edits with the same name join the newest entry. Null after any other gesture. */
  readonly openGroup: string | null;
}

/** Old entries beyond this are forgotten: a long session must not grow without end. */
const historyLimit = 500;

/** Starts a document without history. */
export const openDocument = (graph: Graph): Document => ({
  graph,
  past: [],
  future: [],
  openGroup: null,
});

/** Makes `graph` the present as one undo entry; edits of the same `group` in a row share one entry. */
export function record(
  document: Document,
  graph: Graph,
  label: string,
  group: string | null = null,
): Document {
  if (graph === document.graph) return document;
  const joins = group !== null && group === document.openGroup && document.past.length > 0;
  const past = joins
    ? document.past
    : [...document.past.slice(1 - historyLimit), { graph: document.graph, label }];
  return { graph, past, future: [], openGroup: group };
}

/** Ends a stretch of typing, so that the next key starts an undo entry of its own. */
export const closeGroup = (document: Document): Document =>
  document.openGroup === null ? document : { ...document, openGroup: null };

export const canUndo = (document: Document): boolean => document.past.length > 0;
export const canRedo = (document: Document): boolean => document.future.length > 0;

/** Goes back by one entry; the same document when there is none. */
export function undo(document: Document): Document {
  const entry = document.past.at(-1);
  if (entry === undefined) return document;
  return {
    graph: entry.graph,
    past: document.past.slice(0, -1),
    future: [...document.future, { graph: document.graph, label: entry.label }],
    openGroup: null,
  };
}

/** Goes forward by one undone entry; the same document when there is none. */
export function redo(document: Document): Document {
  const entry = document.future.at(-1);
  if (entry === undefined) return document;
  return {
    graph: entry.graph,
    past: [...document.past, { graph: document.graph, label: entry.label }],
    future: document.future.slice(0, -1),
    openGroup: null,
  };
}

/** Undoes (negative) or redoes (positive) that many entries. */
export function travel(document: Document, steps: number): Document {
  let at = document;
  for (let left = Math.abs(steps); left > 0; left -= 1) at = steps < 0 ? undo(at) : redo(at);
  return at;
}

/** An entry of the history, and how far to travel so that it is undone or redone. */
interface HistoryStep {
  readonly label: string;
  readonly steps: number;
}

/** The history as a list reads: what was undone, the farthest first, then what was done, the newest first. */
export const historyOf = ({
  past,
  future,
}: Document): {
  readonly undone: readonly HistoryStep[];
  readonly done: readonly HistoryStep[];
} => ({
  undone: future.map(({ label }, index) => ({ label, steps: future.length - index })),
  done: past.toReversed().map(({ label }, index) => ({ label, steps: -(index + 1) })),
});
