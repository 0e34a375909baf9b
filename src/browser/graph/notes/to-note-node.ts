import type { GraphNote } from "#core/domain";
import type { NoteNode } from "./note-view.tsx";

/** Notes lie beneath lines and cards, also while the canvas library lifts what is selected by a thousand. */
const beneath = -2_000;

/** Turns a note into what the canvas library places; ids of notes and steps may be the same, so a note's is marked. */
export const toNoteNode = (note: GraphNote, isSelected = false): NoteNode => ({
  id: `note:${note.id}`,
  type: "note",
  position: note.position,
  data: { note },
  selected: isSelected,
  width: note.width,
  height: note.height,
  connectable: false,
  zIndex: beneath,
  ariaLabel: `Note: ${note.text === "" ? "empty" : note.text}`,
});
