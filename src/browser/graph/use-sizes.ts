import type { NodeChange } from "@xyflow/react";
import { useCallback, useState } from "react";
import type { CanvasNode } from "./flow-elements.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Remembers what the canvas library measured of each card, so that nothing stays where it was only reckoned to be. */
export function useSizes() {
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(() => new Map());
  const onNodesChange = useCallback((changes: readonly NodeChange<CanvasNode>[]) => {
    const measured = changes.flatMap((change): [string, Size][] =>
      change.type === "dimensions" && change.dimensions !== undefined
        ? [[change.id, change.dimensions]]
        : [],
    );
    if (measured.length > 0) setSizes((old) => new Map([...old, ...measured]));
  }, []);
  return { sizes, onNodesChange };
}
