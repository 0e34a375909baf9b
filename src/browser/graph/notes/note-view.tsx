import type { GraphNote } from "#core/domain";
import { limits } from "#core/domain";
import { IconPencil } from "@tabler/icons-react";
import type { Node, NodeProps } from "@xyflow/react";
import { NodeResizer } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { type NoteActions, useNoteActions } from "./note-actions.ts";

export type NoteNode = Node<{ note: GraphNote }, "note">;

/** Draws a note for people on the canvas; where it may be edited, in place and at any of its sides. */
export const NoteView = memo(({ data: { note }, selected }: NodeProps<NoteNode>) => {
  const actions = useNoteActions();
  const isEdited = actions?.editedId === note.id;
  return (
    <>
      {actions !== null && (
        <NodeResizer
          isVisible={selected}
          minWidth={actions.smallest.width}
          minHeight={actions.smallest.height}
          maxWidth={actions.largest.width}
          maxHeight={actions.largest.height}
          lineClassName="graph-note-side"
          handleClassName="graph-note-corner"
          onResizeEnd={(_event, { x, y, width, height }) =>
            actions.resize(note.id, { position: { x, y }, width, height })
          }
        />
      )}
      <article
        className="graph-note"
        data-selected={selected || undefined}
        onDoubleClick={() => actions?.startEditing(note.id)}
      >
        {actions !== null && isEdited ? (
          <NoteText note={note} actions={actions} />
        ) : (
          <p className="graph-note-text" data-empty={note.text === "" || undefined}>
            {note.text === "" ? "Empty note" : note.text}
          </p>
        )}
        {actions !== null && !isEdited && (
          <button
            type="button"
            className="graph-note-edit nodrag"
            aria-label="Edit the note"
            onClick={() => actions.startEditing(note.id)}
          >
            <IconPencil size={14} />
          </button>
        )}
      </article>
    </>
  );
});
NoteView.displayName = "NoteView";

const NoteText = ({ note, actions }: { note: GraphNote; actions: NoteActions }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return (
    <textarea
      ref={field}
      className="graph-note-text graph-note-field nodrag nowheel nopan"
      aria-label="Text of the note"
      placeholder="Write a note for whoever edits this workflow"
      value={note.text}
      maxLength={limits.noteCharacters}
      onChange={(event) => actions.write(note.id, event.currentTarget.value)}
      onBlur={actions.stopEditing}
      onKeyDown={(event) => {
        // The canvas's keys are not meant while a note is written.
        event.stopPropagation();
        if (event.key === "Escape") actions.stopEditing();
      }}
    />
  );
};
