import type { CanvasActions, CardId, PathEnd } from "#browser/graph";
import type { Edge, Step } from "#core/domain";
import type { StepType } from "#core/engine";
import type { FinalConnectionState } from "@xyflow/react";
import { useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import type { Anchor } from "./step-menu.tsx";
import { toConnection } from "./to-connection.ts";
import type { useAdding } from "./use-adding.ts";

/** What an open step menu will do with the chosen type. */
type Wish =
  | { readonly kind: "after"; readonly end: PathEnd; readonly point?: Step["position"] }
  | { readonly kind: "on"; readonly edge: Edge };

/** How far the pointer is below the upper edge of a card that is dropped by its entry. */
const entryOffset = 24;

/** The menu of step types: opened at a loose end, on a line, or where a new line was dropped in the open. */
export function useStepMenu(
  adding: ReturnType<typeof useAdding>,
  onShowFindings: (card: CardId) => void,
) {
  const { screenToFlowPosition } = useReactFlow();
  const [menu, setMenu] = useState<{ readonly anchor: Anchor; readonly wish: Wish } | null>(null);
  const actions: CanvasActions = useMemo(() => {
    const beside = ({ right, top }: DOMRect) => ({ x: right, y: top });
    return {
      quickAdd: (end, rect) => setMenu({ anchor: beside(rect), wish: { kind: "after", end } }),
      insert: (edge, rect) => setMenu({ anchor: beside(rect), wish: { kind: "on", edge } }),
      showFindings: onShowFindings,
    };
  }, [onShowFindings]);
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (state.toNode !== null || state.fromHandle?.type !== "source") return;
      const end = toConnection(state.fromNode?.id, state.fromHandle.id);
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      if (end === null || pointer === undefined) return;
      const anchor = { x: pointer.clientX, y: pointer.clientY };
      const point = screenToFlowPosition({ x: anchor.x, y: anchor.y - entryOffset });
      setMenu({ anchor, wish: { kind: "after", end, point } });
    },
    [screenToFlowPosition],
  );
  return {
    actions,
    onConnectEnd,
    anchor: menu?.anchor ?? null,
    onClose: () => setMenu(null),
    onPick: (type: StepType) => {
      if (menu?.wish.kind === "after") adding.after(menu.wish.end, type, menu.wish.point);
      else if (menu !== null) adding.on(menu.wish.edge, type);
      setMenu(null);
    },
  };
}
