import { useMantineColorScheme } from "@mantine/core";
import { ReactFlow, ReactFlowProvider } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useMemo } from "react";
import { CanvasFurniture } from "./canvas-furniture.tsx";
import type { CardId } from "./card-id.ts";
import type { CardSource } from "./card.ts";
import { toCards } from "./card.ts";
import { edgeTypes, nodeTypes, toLines, toNode } from "./flow-elements.ts";
import { FollowFocus } from "./follow-focus.tsx";
import "./graph.css";

interface WorkflowGraphProps extends CardSource {
  /** The card to bring to the middle; changing it moves the view. */
  readonly focus?: CardId | null;
  readonly onPick?: (card: CardId | null) => void;
  /** Says what is drawn, to screen readers. */
  readonly label: string;
}

/** Draws a graph to look at: pan, zoom, fit, minimap; with a run on it when one is given. */
export const WorkflowGraph = ({ focus = null, onPick, label, ...source }: WorkflowGraphProps) => {
  const { graph, steps, triggers, looks, findings, overlay = null } = source;
  const { colorScheme } = useMantineColorScheme();
  const cards = useMemo(
    () => toCards({ graph, steps, triggers, looks, overlay, ...(findings === undefined ? {} : { findings }) }),
    [graph, steps, triggers, looks, findings, overlay],
  );
  const nodes = useMemo(() => cards.map((card) => toNode(card, card.id === focus)), [cards, focus]);
  const lines = useMemo(() => toLines(graph, cards, overlay), [graph, cards, overlay]);
  return (
    <ReactFlowProvider>
      <ReactFlow
        className="graph-canvas"
        aria-label={label}
        colorMode={colorScheme === "auto" ? "system" : colorScheme}
        nodes={nodes}
        edges={lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesReconnectable={false}
        onNodeClick={(_event, node) => onPick?.(node.data.card.id)}
        onPaneClick={() => onPick?.(null)}
        fitView
        fitViewOptions={fitOptions}
        minZoom={0.15}
        maxZoom={1.75}
        onlyRenderVisibleElements={nodes.length > 120}
        proOptions={proOptions}
      >
        <CanvasFurniture hasMinimap={nodes.length > 6} />
        <FollowFocus card={focus} />
      </ReactFlow>
    </ReactFlowProvider>
  );
};

/** Never blow a small workflow up beyond its natural size. */
const fitOptions = { padding: 0.12, maxZoom: 1, minZoom: 0.35 };
const proOptions = { hideAttribution: true };
