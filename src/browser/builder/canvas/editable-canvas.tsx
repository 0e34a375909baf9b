import type { Card, CanvasActions, CardId, Focus, LineEdge, PathEnd } from "#browser/graph";
import {
  CanvasActionsProvider,
  CanvasFurniture,
  createReuser,
  edgeTypes,
  FollowFocus,
  nodeTypes,
  OpeningView,
  toLines,
} from "#browser/graph";
import type { Edge } from "#core/domain";
import { useMantineColorScheme } from "@mantine/core";
import type { FinalConnectionState } from "@xyflow/react";
import { ReactFlow, SelectionMode, useReactFlow } from "@xyflow/react";
import type { ReactNode } from "react";
import { useCallback, useMemo, useState } from "react";
import type { Builder } from "../use-builder.ts";
import { CanvasTools } from "./canvas-tools.tsx";
import { toConnection } from "./to-connection.ts";
import type { Anchor } from "./step-menu.tsx";
import { StepMenu } from "./step-menu.tsx";
import { useAdding } from "./use-adding.ts";
import { useCanvasNodes, withEdges } from "./use-canvas-nodes.ts";
import { useConnecting } from "./use-connecting.ts";
import { useDropping } from "./use-dropping.ts";

interface EditableCanvasProps {
  readonly builder: Builder;
  readonly cards: readonly Card[];
  readonly focus: Focus | null;
  readonly onShowFindings: (card: CardId) => void;
  readonly children?: ReactNode;
}

/** What the open step menu will do with the chosen type. */
type Wish =
  | { readonly kind: "after"; readonly end: PathEnd; readonly point?: { x: number; y: number } }
  | { readonly kind: "on"; readonly edge: Edge };

/** The canvas to edit on. The canvas library's words end here: outside they are cards, lines and paths. */
export const EditableCanvas = ({
  builder,
  cards,
  focus,
  onShowFindings,
  children,
}: EditableCanvasProps) => {
  const { graph, selection, select } = builder;
  const { colorScheme } = useMantineColorScheme();
  const { screenToFlowPosition } = useReactFlow();
  const adding = useAdding(builder);
  const [menu, setMenu] = useState<{ readonly anchor: Anchor; readonly wish: Wish } | null>(null);
  const { nodes, ...nodeEvents } = useCanvasNodes(cards, builder);
  const connecting = useConnecting(builder);
  const dropping = useDropping(adding);
  const [reuseLines] = useState(() => createReuser<LineEdge>());
  const lines = useMemo(() => {
    const selected = new Set(selection.edges);
    const drawn = toLines(graph, cards, null, selected).map((line) =>
      line.id === dropping.line ? { ...line, className: "builder-drop-line" } : line,
    );
    return reuseLines(drawn);
  }, [graph, cards, selection.edges, dropping.line, reuseLines]);
  const actions: CanvasActions = useMemo(
    () => ({
      quickAdd: (end, anchor) =>
        setMenu({ anchor: { x: anchor.right, y: anchor.top }, wish: { kind: "after", end } }),
      insert: (edge, anchor) =>
        setMenu({ anchor: { x: anchor.right, y: anchor.top }, wish: { kind: "on", edge } }),
      showFindings: onShowFindings,
    }),
    [onShowFindings],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const from =
        state.isValid === true || state.fromHandle?.type !== "source" || state.toNode !== null
          ? null
          : toConnection(state.fromNode?.id, state.fromHandle.id);
      if (from === null) return;
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      if (pointer === undefined) return;
      const anchor = { x: pointer.clientX, y: pointer.clientY };
      setMenu({
        anchor,
        wish: {
          kind: "after",
          end: from,
          point: screenToFlowPosition({ x: anchor.x, y: anchor.y - 24 }),
        },
      });
    },
    [screenToFlowPosition],
  );
  return (
    <CanvasActionsProvider value={actions}>
      <ReactFlow<(typeof nodes)[number], LineEdge>
        className="graph-canvas"
        aria-label="Canvas"
        colorMode={colorScheme === "auto" ? "system" : colorScheme}
        nodes={nodes}
        edges={lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...nodeEvents}
        onEdgesChange={(changes) => select((current) => withEdges(current, changes))}
        {...connecting}
        onConnectEnd={onConnectEnd}
        onDragOver={dropping.onDragOver}
        onDragLeave={dropping.onDragLeave}
        onDrop={dropping.onDrop}
        connectionRadius={34}
        snapToGrid
        snapGrid={snapGrid}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        zoomOnDoubleClick={false}
        panOnScroll
        minZoom={0.15}
        maxZoom={1.75}
        onlyRenderVisibleElements={nodes.length > 120}
        proOptions={proOptions}
      >
        <CanvasFurniture hasMinimap={nodes.length > 6}>
          <CanvasTools builder={builder} />
        </CanvasFurniture>
        <OpeningView cards={everything} middle={null} />
        <FollowFocus focus={focus} />
        {children}
      </ReactFlow>
      <StepMenu
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu(null)}
        onPick={(type) => {
          if (menu?.wish.kind === "after") adding.after(menu.wish.end, type, menu.wish.point);
          else if (menu?.wish.kind === "on") adding.on(menu.wish.edge, type);
          setMenu(null);
        }}
      />
    </CanvasActionsProvider>
  );
};

const everything: readonly CardId[] = [];
const snapGrid: [number, number] = [10, 10];
const proOptions = { hideAttribution: true };
