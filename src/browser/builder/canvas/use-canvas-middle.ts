import type { Step } from "#core/domain";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";

/** Tells, when asked, what stands in the middle of the part of the canvas that is seen. */
export function useCanvasMiddle(): () => Step["position"] {
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  return useCallback(() => {
    const box = store.getState().domNode?.getBoundingClientRect();
    return screenToFlowPosition({
      x: box === undefined ? window.innerWidth / 2 : box.x + box.width / 2,
      y: box === undefined ? window.innerHeight / 2 : box.y + box.height / 2,
    });
  }, [screenToFlowPosition, store]);
}
