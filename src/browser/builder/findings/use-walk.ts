import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type LaidOver, nothingLaidOver } from "../canvas/editable-canvas.tsx";
import type { Finding } from "./finding.ts";
import { toStops, wayMarks, type WayStop } from "./way-stops.ts";

interface Walking {
  readonly graph: Graph;
  readonly finding: Finding;
  readonly stops: readonly WayStop[];
  readonly at: number;
}

/** A walk along the way that shows a finding, card by card. */
export interface Walk {
  /** Null while nobody walks. */
  readonly walking: Walking | null;
  /** Shows a finding's card, and lays its way over the canvas when it has one. */
  readonly start: (finding: Finding) => void;
  readonly go: (at: number) => void;
  readonly end: () => void;
}

/** Walks the ways of findings on the canvas; any change of the draft ends the walk, since its way may be another then. */
export function useWalk(
  graph: Graph,
  onLayOver: (over: LaidOver) => void,
  onShow: (card: CardId) => void,
): Walk {
  const [state, setState] = useState<Walking | null>(null);
  const walking = state?.graph === graph ? state : null;
  const marks = useMemo(
    () => (walking === null ? null : wayMarks(walking.stops, walking.at)),
    [walking],
  );
  const isOver = marks !== null;
  useEffect(() => {
    if (marks !== null) onLayOver({ overlay: null, marks });
  }, [marks, onLayOver]);
  useEffect(() => {
    if (isOver) return () => onLayOver(nothingLaidOver);
    return undefined;
  }, [isOver, onLayOver]);
  const end = useCallback(() => setState(null), []);
  const start = useCallback(
    (finding: Finding) => {
      onShow(finding.card);
      if (finding.way === null) return setState(null);
      const stops = toStops(graph, finding.way());
      setState({ graph, finding, stops, at: stops.length - 1 });
    },
    [graph, onShow],
  );
  const go = (at: number) => {
    const stop = walking?.stops[at];
    if (walking === null || stop === undefined) return;
    setState({ ...walking, at });
    onShow(stop.card);
  };
  useEffect(() => {
    if (!isOver) return;
    const onKey = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest("[role=dialog]");
      if (event.key !== "Escape" || isInDialog) return;
      event.preventDefault();
      // The canvas knows this key too: it would lose its selection.
      event.stopPropagation();
      end();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [isOver, end]);
  return { walking, start, go, end };
}
