import type { GraphNote } from "#core/domain";
import { createContext, useContext } from "react";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the editable canvas can do with notes; absent, notes are only read. */
export interface NoteActions {
  /** The note that is being written on; null for none. */
  readonly editedId: string | null;
  readonly startEditing: (id: string) => void;
  readonly stopEditing: () => void;
  readonly write: (id: string, text: string) => void;
  readonly resize: (id: string, box: Pick<GraphNote, "position" | "width" | "height">) => void;
  /** Canvas pixels. */
  readonly smallest: Size;
  readonly largest: Size;
}

const Context = createContext<NoteActions | null>(null);

export const NoteActionsProvider = Context.Provider;

/** What can be done with notes; null on a read-only drawing. */
export const useNoteActions = (): NoteActions | null => useContext(Context);
