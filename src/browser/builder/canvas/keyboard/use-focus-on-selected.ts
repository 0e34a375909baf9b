import type { CardId } from "#browser/graph";
import { useEffect, useRef } from "react";
import type { CardElements } from "./use-card-elements.ts";

/** Lets a step that was just added be seen: the view follows when it came to stand outside of it. */
export function useSeeAdded(
  card: CardId | undefined,
  stepCount: number,
  { reveal }: CardElements,
): void {
  const before = useRef(stepCount);
  useEffect(() => {
    if (stepCount > before.current && card !== undefined) reveal(card);
    before.current = stepCount;
  }, [card, stepCount, reveal]);
}

/** Lets the focus go with the selection while it is on the canvas or nowhere, so that keys and screen readers are where the eye is. */
export function useFocusOnSelected(card: CardId | undefined, elements: CardElements): void {
  useEffect(() => {
    if (card === undefined) return;
    const active = document.activeElement;
    if (active === null || active === document.body || active.matches(".react-flow__node"))
      elements.focus(card);
  }, [card, elements]);
}
