import type { GraphNote } from "#core/domain";
import { limits } from "#core/domain";
import { record } from "../../document/document.ts";
import type { Command } from "../command.ts";

/** Puts a note on the canvas. */
export const addNote = (note: GraphNote): Command => ({
  label: "Add a note",
  shortcut: "N",
  isEnabled: ({ graph }) =>
    graph.notes.length < limits.notesPerWorkflow && !graph.notes.some(({ id }) => id === note.id),
  perform: (document) =>
    record(document, { ...document.graph, notes: [...document.graph.notes, note] }, "Add a note"),
});
