import type { Graph, GraphNote } from "#core/domain";
import type { NoteId } from "../../document/selection.ts";

/** Changes parts of a note; gives back the same graph when they are so already. */
export function replaceNote(graph: Graph, id: NoteId, change: Partial<GraphNote>): Graph {
  const old = graph.notes.find((note) => note.id === id);
  if (old === undefined) return graph;
  const changed = { ...old, ...change };
  return JSON.stringify(changed) === JSON.stringify(old)
    ? graph
    : { ...graph, notes: graph.notes.map((note) => (note === old ? changed : note)) };
}
