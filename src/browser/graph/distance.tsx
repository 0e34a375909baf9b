import { useStore } from "@xyflow/react";
import { useEffect } from "react";

/** Below this zoom no sentence on a card can be read. */
const farZoom = 0.4;

/** Tells the style sheet when the cards are so small that it leaves out what nobody could read, and writes their names large. */
export const Distance = () => {
  const root = useStore((state) => state.domNode);
  const isFar = useStore((state) => state.transform[2] < farZoom);
  useEffect(() => {
    root?.toggleAttribute("data-far", isFar);
  }, [root, isFar]);
  return null;
};
