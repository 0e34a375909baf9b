import type { NoteActions } from "#browser/graph";
import { cardSize } from "#browser/graph";
import type { Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { addNote } from "../commands/notes/add-note.ts";
import { editNote } from "../commands/notes/edit-note.ts";
import { noteSize, resizeNote } from "../commands/notes/resize-note.ts";
import { freshNoteId } from "../document/fresh-ids.ts";
import { selectNotes } from "../document/selection.ts";
import { placeAround } from "./place-around.ts";
import type { Builder } from "../use-builder.ts";

/** Writing, resizing and adding notes on the canvas. */
export function useNotes({ graph, perform, select }: Builder): {
  readonly actions: NoteActions;
  /** Puts an empty note there, or below what stands there, and begins to write on it. */
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
  const current = useRef(graph);
  useEffect(() => {
    current.current = graph;
  }, [graph]);
  const add = useCallback(
    (middle: Step["position"]) => {
      const size = noteSize.usual;
      const position = placeAround(current.current, size, middle, stepCatalogue, cardSize);
      const id = freshNoteId();
      perform(addNote({ id, text: "", position, ...size }));
      setEditedId(id);
    },
    [perform],
  );
  return { actions, add };
}
