import { limits } from "#core/domain";
import { record } from "../../document/document.ts";
import type { NoteId } from "../../document/selection.ts";
import type { Command } from "../command.ts";
import { replaceNote } from "./replace-note.ts";

/** Writes another text on a note; too long a text is cut at the limit. Typing in one note is one entry. */
export const editNote = (id: NoteId, text: string): Command => ({
  label: "Edit a note",
  shortcut: null,
  isEnabled: ({ graph }) => graph.notes.some((note) => note.id === id),
  perform: (document) =>
    record(
      document,
      replaceNote(document.graph, id, { text: text.slice(0, limits.noteCharacters) }),
      "Edit a note",
      `note ${id}`,
    ),
});
