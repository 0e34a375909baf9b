import type { CardId } from "#browser/graph";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import type { Anchor } from "../menus/filter-menu.tsx";

/** How near a card may be to the edge of the canvas before the view follows. */
const margin = 40;

/** Reaches the elements of cards, for what only elements can do: have the focus, and say where they are on the screen. */
export function useCardElements() {
  const store = useStoreApi();
  const { getNode, setCenter, flowToScreenPosition } = useReactFlow();
  return useMemo(() => {
    const elementOf = (card: CardId) =>
      store
        .getState()
        .domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(card)}"]`) ??
      null;
    const boxOf = (card: CardId) => {
      const node = getNode(card);
      if (node === undefined) return null;
      const { width = node.initialWidth ?? 0, height = node.initialHeight ?? 0 } =
        node.measured ?? {};
      return { ...node.position, width, height };
    };
    return {
      /** Gives the card the focus once it is drawn, unless the hand is busy elsewhere by then. */
      focus: (card: CardId) => {
        const from = document.activeElement;
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const now = document.activeElement;
            const isElsewhere =
              now !== from && now !== document.body && now?.closest(".react-flow__node") === null;
            if (!isElsewhere && document.querySelector("[role=menu], [role=dialog]") === null)
              elementOf(card)?.focus({ preventScroll: true });
          }),
        );
      },
      /** Moves the view when the card is not wholly seen. */
      reveal: (card: CardId) => {
        const [box, canvas] = [boxOf(card), store.getState().domNode?.getBoundingClientRect()];
        if (box === null || canvas === undefined) return;
        const start = flowToScreenPosition(box);
        const end = flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height });
        const isSeen =
          start.x >= canvas.left + margin &&
          end.x <= canvas.right - margin &&
          start.y >= canvas.top + margin &&
          end.y <= canvas.bottom - margin;
        if (!isSeen)
          void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
            zoom: store.getState().transform[2],
            duration: 150,
          });
      },
      /** Beside a card; in the middle of the canvas when there is none. */
      anchorAt: (card: CardId | undefined): Anchor => {
        const box = card === undefined ? null : boxOf(card);
        if (box !== null) return flowToScreenPosition({ x: box.x + box.width, y: box.y });
        const canvas = store.getState().domNode?.getBoundingClientRect();
        return canvas === undefined
          ? { x: 0, y: 0 }
          : { x: canvas.x + canvas.width / 2 - 130, y: canvas.y + canvas.height / 3 };
      },
    };
  }, [store, getNode, setCenter, flowToScreenPosition]);
}
export type CardElements = ReturnType<typeof useCardElements>;
