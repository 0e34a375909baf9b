import type { Graph } from "#core/domain";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Command } from "./commands/command.ts";
import type { Document } from "./document/document.ts";
import { canRedo, canUndo, closeGroup, record, redo, travel, undo } from "./document/document.ts";
import type { Selection } from "./document/selection.ts";
import { nothingSelected, selectionAfter } from "./document/selection.ts";

interface BuilderState {
  readonly document: Document;
  readonly selection: Selection;
}

/** A pause this long ends a stretch of typing: what follows is undone on its own. */
const typingPause = 1_200;

const move = (state: BuilderState, document: Document): BuilderState =>
  document === state.document
    ? state
    : {
        document,
        selection: selectionAfter(state.document.graph, document.graph, state.selection),
      };

/** The document under edit, what is selected, and the one way to change either. */
export function useBuilder(initial: Document) {
  const [state, setState] = useState<BuilderState>(() => ({
    document: initial,
    selection: nothingSelected,
  }));
  const { document, selection } = state;
  useEffect(() => {
    if (document.openGroup === null) return;
    const timer = setTimeout(
      () => setState((current) => ({ ...current, document: closeGroup(current.document) })),
      typingPause,
    );
    return () => clearTimeout(timer);
  }, [document]);
  const perform = useCallback((command: Command) => {
    setState((current) =>
      command.isEnabled(current.document, current.selection)
        ? move(current, command.perform(current.document, current.selection))
        : current,
    );
  }, []);
  const select = useCallback((next: Selection | ((selection: Selection) => Selection)) => {
    setState((current) => {
      const chosen = typeof next === "function" ? next(current.selection) : next;
      return chosen === current.selection ? current : { ...current, selection: chosen };
    });
  }, []);
  const actions = useMemo(
    () => ({
      perform,
      select,
      undo: () => setState((current) => move(current, undo(current.document))),
      redo: () => setState((current) => move(current, redo(current.document))),
      /** Undoes (negative) or redoes that many entries of the history at once. */
      travel: (steps: number) =>
        setState((current) => move(current, travel(current.document, steps))),
      /** Puts another graph in the place of this one; undo brings this one back. */
      replace: (graph: Graph, label: string) =>
        setState((current) => move(current, record(current.document, graph, label))),
    }),
    [perform, select],
  );
  return {
    document,
    graph: document.graph,
    selection,
    canUndo: canUndo(document),
    canRedo: canRedo(document),
    ...actions,
  };
}
export type Builder = ReturnType<typeof useBuilder>;
