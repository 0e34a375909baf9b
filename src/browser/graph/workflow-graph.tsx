import { useMantineColorScheme } from "@mantine/core";
import { ReactFlow, ReactFlowProvider } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useMemo } from "react";
import { CanvasFurniture } from "./canvas-furniture.tsx";
import type { CardId } from "./card-id.ts";
import type { CardSource } from "./card.ts";
import { toCards } from "./card.ts";
import { edgeTypes, nodeTypes, toLines, toNode } from "./flow-elements.ts";
import { type Focus, FollowFocus } from "./follow-focus.tsx";
import { toNoteNode } from "./notes/to-note-node.ts";
import { followable, OpeningView } from "./opening-view.tsx";
import { useSizes } from "./use-sizes.ts";
import "./graph.css";
import "./laid-over.css";
import "./notes/notes.css";

interface WorkflowGraphProps extends CardSource {
  /** The card to mark and bring to the middle. */
  readonly focus?: Focus | null;
  readonly onPick?: (card: CardId | null) => void;
  /** Says what is drawn, to screen readers. */
  readonly label: string;
}

/** Draws a graph to look at: pan, zoom, fit, minimap; with a run or marks on it when they are given. */
export const WorkflowGraph = ({ focus = null, onPick, label, ...source }: WorkflowGraphProps) => {
  const {
    graph,
    steps,
    triggers,
    looks,
    describe,
    findings,
    overlay = null,
    marks = null,
  } = source;
  const { colorScheme } = useMantineColorScheme();
  const cards = useMemo(
    () =>
      toCards({
        graph,
        steps,
        triggers,
        looks,
        overlay,
        marks,
        ...(describe && { describe }),
        ...(findings && { findings }),
      }),
    [graph, steps, triggers, looks, describe, findings, overlay, marks],
  );
  const { sizes, onNodesChange } = useSizes();
  const nodes = useMemo(
    () => [
      ...graph.notes.map((note) => toNoteNode(note)),
      ...cards.map((card) => toNode(card, card.id === focus?.card, sizes.get(card.id))),
    ],
    [graph.notes, cards, focus, sizes],
  );
  const lines = useMemo(
    () => toLines(graph, cards, { overlay, marks }),
    [graph, cards, overlay, marks],
  );
  const visited = useMemo(() => [...(overlay?.cards.keys() ?? [])], [overlay]);
  return (
    <ReactFlowProvider>
      <ReactFlow
        className="graph-canvas"
        aria-label={label}
        colorMode={colorScheme === "auto" ? "system" : colorScheme}
        nodes={nodes}
        onNodesChange={onNodesChange}
        edges={lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesReconnectable={false}
        onNodeClick={(_event, node) => onPick?.(node.type === "card" ? node.data.card.id : null)}
        onPaneClick={() => onPick?.(null)}
        minZoom={0.15}
        maxZoom={1.75}
        onlyRenderVisibleElements={nodes.length > 120}
        proOptions={proOptions}
      >
        <CanvasFurniture hasMinimap={nodes.length > 6} />
        <OpeningView
          cards={visited}
          middle={visited.at(-1) ?? null}
          {...(visited.length > 0 && { smallestZoom: followable })}
        />
        <FollowFocus focus={focus} />
      </ReactFlow>
    </ReactFlowProvider>
  );
};

const proOptions = { hideAttribution: true };
