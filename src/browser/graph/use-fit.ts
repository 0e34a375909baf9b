import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";

const padding = 0.12;
const duration = 250;

/**
 * Makes a function that brings nodes into view, all of them when no ids are given. Unlike the library's own it also counts those
 * that were never drawn.
 */
export function useFit(): (ids?: readonly string[]) => void {
  const { getNodes, getNodesBounds, setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (ids) => {
      const chosen = new Set(ids);
      const nodes = getNodes().filter(({ id }) => ids === undefined || chosen.has(id));
      if (nodes.length === 0) return;
      const { width, height, minZoom } = store.getState();
      const bounds = getNodesBounds(nodes);
      void setViewport(getViewportForBounds(bounds, width, height, minZoom, 1, padding), {
        duration,
      });
    },
    [getNodes, getNodesBounds, setViewport, store],
  );
}
