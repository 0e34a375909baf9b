import type { Step } from "#core/domain";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";

/** Tells, when asked, what stands in the middle of the part of the canvas that is seen; null while another tab hides it. */
export function useCanvasMiddle(): () => Step["position"] | null {
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  return useCallback(() => {
    const box = store.getState().domNode?.getBoundingClientRect();
    return box === undefined || box.width === 0
      ? null
      : screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }, [screenToFlowPosition, store]);
}
