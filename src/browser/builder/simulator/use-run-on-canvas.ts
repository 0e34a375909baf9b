import type { CardId, Focus } from "#browser/graph";
import { toRunOverlay } from "#browser/graph";
import type { Graph } from "#core/domain";
import { useEffect } from "react";
import { type LaidOver, nothingLaidOver } from "../canvas/editable-canvas.tsx";
import { toRunDetail } from "./model/to-run-detail.ts";
import type { Simulator } from "./model/use-simulator.ts";

/** Draws the simulated run on the canvas, and follows it to the card where it stands. */
export function useRunOnCanvas(
  { isOpen, result }: Simulator,
  graph: Graph,
  onLayOver: (over: LaidOver) => void,
  onFocus: (focus: Focus) => void,
): void {
  const state = isOpen && result?.ok === true ? result.state : null;
  const run = state?.run ?? null;
  const at: CardId | null = run?.stepId ?? null;
  useEffect(() => {
    if (!isOpen) return;
    onLayOver(
      state === null || run === null
        ? nothingLaidOver
        : {
            overlay: toRunOverlay(graph, toRunDetail(state, run, { name: "", graph })),
            marks: null,
          },
    );
  }, [isOpen, state, run, graph, onLayOver]);
  useEffect(() => (isOpen ? () => onLayOver(nothingLaidOver) : undefined), [isOpen, onLayOver]);
  useEffect(() => {
    if (at !== null) onFocus({ card: at });
  }, [at, onFocus]);
}
