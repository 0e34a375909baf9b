import type { CanvasNode, LineEdge } from "#browser/graph";
import type { ReactFlowProps } from "@xyflow/react";
import { nothingSelected } from "../../document/selection.ts";
import type { Builder } from "../../use-builder.ts";
import type { MenuPlace } from "../keyboard/canvas-command.ts";
import { selectThing } from "../use-canvas-nodes.ts";
import type { CanvasMenus } from "./use-canvas-menus.ts";

type Events = Pick<
  ReactFlowProps<CanvasNode, LineEdge>,
  "onNodeContextMenu" | "onEdgeContextMenu" | "onPaneContextMenu" | "onSelectionContextMenu"
>;

interface Press {
  readonly clientX: number;
  readonly clientY: number;
  preventDefault(): void;
}

/** Opens the menu of commands by a right click or the menu key. What is clicked on is selected first, unless it is already. */
export const contextMenus = ({ selection, select }: Builder, { open }: CanvasMenus): Events => {
  const openAt = (event: Press, place: MenuPlace) => {
    event.preventDefault();
    open({ kind: "commands", place, anchor: { x: event.clientX, y: event.clientY } });
  };
  return {
    onNodeContextMenu: (event, node) => {
      if (node.selected !== true) select(selectThing(node.id));
      openAt(event, node.type === "note" ? "note" : "card");
    },
    onEdgeContextMenu: (event, { id }) => {
      if (!selection.edges.includes(id)) select({ ...nothingSelected, edges: [id] });
      openAt(event, "line");
    },
    onPaneContextMenu: (event) => openAt(event, "canvas"),
    onSelectionContextMenu: (event) => openAt(event, "card"),
  };
};
