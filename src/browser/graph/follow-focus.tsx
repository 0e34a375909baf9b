import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import type { CardId } from "./card-id.ts";

/** A wish to see a card; a new object is a new wish. */
export interface Focus {
  readonly card: CardId;
}

/** Brings a card to the middle whenever a new wish comes. */
export const FollowFocus = ({ focus }: { focus: Focus | null }) => {
  const { setCenter, getNode, getZoom } = useReactFlow();
  useEffect(() => {
    const node = focus === null ? undefined : getNode(focus.card);
    if (node === undefined) return;
    const width = node.measured?.width ?? node.initialWidth ?? 0;
    const height = node.measured?.height ?? node.initialHeight ?? 0;
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, {
      zoom: Math.max(getZoom(), 0.8),
      duration: 300,
    });
  }, [focus, getNode, getZoom, setCenter]);
  return null;
};
