import type { GraphNote } from "#core/domain";
import { record } from "../../document/document.ts";
import type { NoteId } from "../../document/selection.ts";
import type { Command } from "../command.ts";
import { replaceNote } from "./replace-note.ts";

/** Canvas pixels; smaller, no word fits, and larger no saved draft may hold. */
export const noteSize = {
  usual: { width: 240, height: 140 },
  min: { width: 120, height: 60 },
  max: { width: 2_000, height: 2_000 },
} as const;

const clamp = (value: number, min: number, max: number) =>
  Math.min(Math.max(Math.round(value), min), max);

/** Gives a note another size, and another place when its upper left corner was pulled; changes of one `group` are one entry. */
export const resizeNote = (
  id: NoteId,
  box: Partial<Pick<GraphNote, "position" | "width" | "height">>,
  group: string | null = null,
): Command => ({
  label: "Resize a note",
  shortcut: null,
  isEnabled: ({ graph }) => graph.notes.some((note) => note.id === id),
  perform: (document) => {
    const { min, max } = noteSize;
    const { width, height, position } = box;
    return record(
      document,
      replaceNote(document.graph, id, {
        ...(position && { position: { x: Math.round(position.x), y: Math.round(position.y) } }),
        ...(width !== undefined && { width: clamp(width, min.width, max.width) }),
        ...(height !== undefined && { height: clamp(height, min.height, max.height) }),
      }),
      "Resize a note",
      group,
    );
  },
});
