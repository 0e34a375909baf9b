import type { CanvasActions, CardId, PathEnd } from "#browser/graph";
import type { Edge, Step } from "#core/domain";
import { edgeKey } from "#core/domain";
import { stepCatalogue } from "#steps";
import { useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { outputPathsOf } from "../../document/graph-edits.ts";
import type { Builder } from "../../use-builder.ts";
import type { MenuPlace } from "../keyboard/canvas-command.ts";
import type { Pointer } from "../under-pointer.ts";
import type { Anchor } from "./filter-menu.tsx";

/** What a menu of steps will do with the chosen type. */
export type Wish =
  | { readonly kind: "after"; readonly end: PathEnd; readonly point?: Step["position"] }
  | { readonly kind: "on"; readonly edge: Edge }
  | { readonly kind: "anywhere" };

/** The menu that is open. */
export type OpenMenu = { readonly anchor: Anchor } & (
  | { readonly kind: "steps"; readonly wish: Wish }
  | { readonly kind: "paths"; readonly card: CardId; readonly goal: "add" | "connect" }
  | { readonly kind: "targets"; readonly end: PathEnd }
  | { readonly kind: "commands"; readonly place: MenuPlace }
);

/** How far the pointer is below the upper edge of a card that is dropped by its entry. */
const entryOffset = 24;

/** The canvas's menus: which is open, and what opens one. */
export function useCanvasMenus(
  { graph, selection }: Builder,
  onShowFindings: (card: CardId) => void,
) {
  const { screenToFlowPosition } = useReactFlow();
  const [menu, open] = useState<OpenMenu | null>(null);
  const actions: CanvasActions = useMemo(() => {
    const beside = ({ right, top }: DOMRect) => ({ x: right, y: top });
    return {
      quickAdd: (end, rect) =>
        open({ kind: "steps", anchor: beside(rect), wish: { kind: "after", end } }),
      insert: (edge, rect) =>
        open({ kind: "steps", anchor: beside(rect), wish: { kind: "on", edge } }),
      showFindings: onShowFindings,
    };
  }, [onShowFindings]);
  const onOpenEnd = useCallback(
    (end: PathEnd, { clientX, clientY }: Pointer) => {
      const anchor = { x: clientX, y: clientY };
      const point = screenToFlowPosition({ x: anchor.x, y: anchor.y - entryOffset });
      open({ kind: "steps", anchor, wish: { kind: "after", end, point } });
    },
    [screenToFlowPosition],
  );
  /** What a new step follows: the chosen path, or the line that leaves from it already. */
  const wishAt = (end: PathEnd): Wish => {
    const edge = graph.edges.find((other) => edgeKey(other) === edgeKey(end));
    return edge === undefined ? { kind: "after", end } : { kind: "on", edge };
  };
  const choosePath = (end: PathEnd, goal: "add" | "connect", anchor: Anchor) =>
    open(
      goal === "add"
        ? { kind: "steps", anchor, wish: wishAt(end) }
        : { kind: "targets", anchor, end },
    );
  return {
    menu,
    open,
    close: () => open(null),
    actions,
    /** Offers steps where a line was dropped in the open. */
    onOpenEnd,
    choosePath,
    /** Begins to add a step, or to connect, at what is selected: asks for the way out first where there are several. */
    begin: (goal: "add" | "connect", anchor: Anchor) => {
      const line = graph.edges.find((edge) => edgeKey(edge) === selection.edges[0]);
      const [card] = selection.cards;
      if (card === undefined && line !== undefined) return choosePath(line, goal, anchor);
      if (card === undefined)
        return goal === "add" && open({ kind: "steps", anchor, wish: { kind: "anywhere" } });
      const [path, ...others] = outputPathsOf(graph, card, stepCatalogue);
      if (path !== undefined && others.length === 0)
        return choosePath({ from: card, path: path.id }, goal, anchor);
      if (path !== undefined) open({ kind: "paths", card, goal, anchor });
      else if (goal === "add") open({ kind: "steps", anchor, wish: { kind: "anywhere" } });
    },
  };
}
export type CanvasMenus = ReturnType<typeof useCanvasMenus>;
