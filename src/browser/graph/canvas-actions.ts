import type { Edge } from "#core/domain";
import { createContext, useContext } from "react";
import type { CardId } from "./card-id.ts";

/** A way out of a card. */
export type PathEnd = Pick<Edge, "from" | "path">;

/** What the editable canvas adds to the drawing; absent, the drawing is read-only. */
export interface CanvasActions {
  /** Opens the menu of steps for a loose end, beside `anchor`. */
  readonly quickAdd: (end: PathEnd, anchor: DOMRect) => void;
  /** Opens the menu of steps for a line, beside `anchor`. */
  readonly insert: (edge: Edge, anchor: DOMRect) => void;
  readonly showFindings: (card: CardId) => void;
}

const Context = createContext<CanvasActions | null>(null);

export const CanvasActionsProvider = Context.Provider;

/** The canvas's actions; null on a read-only drawing. */
export const useCanvasActions = (): CanvasActions | null => useContext(Context);
