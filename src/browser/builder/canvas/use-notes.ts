import type { NoteActions } from "#browser/graph";
import type { Step } from "#core/domain";
import { useCallback, useMemo, useState } from "react";
import { addNote } from "../commands/notes/add-note.ts";
import { editNote } from "../commands/notes/edit-note.ts";
import { noteSize, resizeNote } from "../commands/notes/resize-note.ts";
import { freshNoteId } from "../document/fresh-ids.ts";
import { selectNotes } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";

/** Writing, resizing and adding notes on the canvas. */
export function useNotes({ perform, select }: Builder): {
  readonly actions: NoteActions;
  /** Puts an empty note with its middle there and begins to write on it. */
  readonly add: (middle: Step["position"]) => void;
} {
  const [editedId, setEditedId] = useState<string | null>(null);
  const actions: NoteActions = useMemo(
    () => ({
      editedId,
      smallest: noteSize.min,
      largest: noteSize.max,
      startEditing: (id) => {
        select(selectNotes(id));
        setEditedId(id);
      },
      stopEditing: () => setEditedId(null),
      write: (id, text) => perform(editNote(id, text)),
      resize: (id, box) => perform(resizeNote(id, box)),
    }),
    [editedId, perform, select],
  );
  const add = useCallback(
    ({ x, y }: Step["position"]) => {
      const { width, height } = noteSize.usual;
      const snap = (value: number) => Math.round(value / 10) * 10;
      const position = { x: snap(x - width / 2), y: snap(y - height / 2) };
      const id = freshNoteId();
      perform(addNote({ id, text: "", position, width, height }));
      setEditedId(id);
    },
    [perform],
  );
  return { actions, add };
}
