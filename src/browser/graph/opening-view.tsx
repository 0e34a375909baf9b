import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useRef } from "react";
import type { CardId } from "./card-id.ts";

/** Smaller than this, nobody can read a card. */
const legible = 0.6;
/** Smaller than this, nobody can follow the path of a run from card to card. */
export const followable = 0.3;
const margin = 44;

interface OpeningViewProps {
  /** What should be seen; the whole graph when empty. */
  readonly cards: readonly CardId[];
  /** What is seen, in the middle, when all of that does not fit; null for the beginning of the graph, at the left. */
  readonly middle: CardId | null;
  /** The smallest zoom at which all of it is still worth showing at once. */
  readonly smallestZoom?: number;
}

/** Chooses the view a graph opens with: all of it when it can be read at that size, else its beginning or the named card. */
export const OpeningView = ({ cards, middle, smallestZoom = legible }: OpeningViewProps) => {
  const { getNodes, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isDone = useRef(false);
  useEffect(() => {
    const boxes = getNodes().map(({ id, position, initialWidth = 0, initialHeight = 0 }) => ({
      id,
      ...position,
      right: position.x + initialWidth,
      bottom: position.y + initialHeight,
    }));
    if (isDone.current || width === 0 || boxes.length === 0) return;
    isDone.current = true;
    const wanted =
      cards.length === 0 ? boxes : boxes.filter(({ id }) => cards.some((card) => card === id));
    const box = {
      x: Math.min(...wanted.map(({ x }) => x)),
      y: Math.min(...wanted.map(({ y }) => y)),
      right: Math.max(...wanted.map(({ right }) => right)),
      bottom: Math.max(...wanted.map(({ bottom }) => bottom)),
    };
    const fitting = Math.min(
      (width - 2 * margin) / (box.right - box.x),
      (height - 2 * margin) / (box.bottom - box.y),
      1,
    );
    const named = boxes.find(({ id }) => id === middle);
    const start = boxes.find(({ id }) => id === "trigger");
    const fits = fitting >= smallestZoom;
    const zoom = fits ? fitting : 0.72;
    const shown = fits ? box : (named ?? start ?? box);
    const centerX =
      fits || named !== undefined
        ? width / 2 - ((shown.x + shown.right) / 2) * zoom
        : margin - shown.x * zoom;
    void setViewport({ zoom, x: centerX, y: height / 2 - ((shown.y + shown.bottom) / 2) * zoom });
  }, [width, height, cards, middle, smallestZoom, getNodes, setViewport]);
  return null;
};
