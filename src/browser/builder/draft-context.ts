import type { Graph } from "#core/domain";
import { createContext, useContext } from "react";

/** The draft under edit, for what stands beside the canvas. */
export interface OpenDraft {
  /** The workflow's. */
  readonly name: string;
  readonly graph: Graph;
  /** Puts another graph in its place, as one change that can be undone. */
  readonly replace: (graph: Graph, label: string) => void;
}

const DraftContext = createContext<OpenDraft | null>(null);

export const DraftProvider = DraftContext.Provider;

/** The draft under edit; null where none is: on a phone, or in a list. */
export const useOpenDraft = () => useContext(DraftContext);
