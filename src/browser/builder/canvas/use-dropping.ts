import { cardSize } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { useReactFlow } from "@xyflow/react";
import type { DragEvent } from "react";
import { useState } from "react";
import { carriesType, droppedType } from "./dragged-type.ts";
import { lineAt } from "./under-pointer.ts";
import type { useAdding } from "./use-adding.ts";

/** Dropping a palette entry on the canvas; `line` is the line it would go between, while it hovers there. */
export function useDropping(adding: ReturnType<typeof useAdding>) {
  const { screenToFlowPosition } = useReactFlow();
  const [line, setLine] = useState<string | null>(null);
  return {
    line,
    onDragOver: (event: DragEvent) => {
      if (!carriesType(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setLine(lineAt(event));
    },
    onDragLeave: () => setLine(null),
    onDrop: (event: DragEvent) => {
      const type = stepCatalogue.get(droppedType(event));
      if (type === undefined) return;
      event.preventDefault();
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      adding.at(type, { x: point.x - cardSize.width / 2, y: point.y - 24 }, lineAt(event));
      setLine(null);
    },
  };
}
