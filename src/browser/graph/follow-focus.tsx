import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import type { CardId } from "./card-id.ts";

/** Brings a card to the middle whenever another one is named. */
export const FollowFocus = ({ card }: { card: CardId | null }) => {
  const { setCenter, getNode, getZoom } = useReactFlow();
  useEffect(() => {
    const node = card === null ? undefined : getNode(card);
    if (node === undefined) return;
    const width = node.measured?.width ?? node.initialWidth ?? 0;
    const height = node.measured?.height ?? node.initialHeight ?? 0;
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: Math.max(getZoom(), 0.8), duration: 300 });
  }, [card, getNode, getZoom, setCenter]);
  return null;
};
