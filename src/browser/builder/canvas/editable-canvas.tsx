import type { CanvasNode, Card, CardId, Focus, LineEdge, Marks, RunOverlay } from "#browser/graph";
import {
  CanvasActionsProvider,
  CanvasFurniture,
  createReuser,
  edgeTypes,
  FollowFocus,
  nodeTypes,
  NoteActionsProvider,
  OpeningView,
  toLines,
} from "#browser/graph";
import { useMantineColorScheme } from "@mantine/core";
import type { EdgeChange, ReactFlowProps } from "@xyflow/react";
import { ReactFlow, SelectionMode } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { useOpenDraft } from "../draft-context.ts";
import { saveImage } from "../files/save-image.ts";
import { PresenceRings } from "../presence/presence-rings.tsx";
import type { Builder } from "../use-builder.ts";
import { CanvasTools } from "./canvas-tools.tsx";
import { ShortcutSheet } from "./keyboard/shortcut-sheet.tsx";
import { useCanvasCommands } from "./keyboard/use-canvas-commands.ts";
import { useCardElements } from "./keyboard/use-card-elements.ts";
import { useCommandKeys } from "./keyboard/use-command-keys.ts";
import { useFocusOnSelected, useSeeAdded } from "./keyboard/use-focus-on-selected.ts";
import { CanvasMenu } from "./menus/canvas-menu.tsx";
import { contextMenus } from "./menus/context-menus.ts";
import { useCanvasMenus } from "./menus/use-canvas-menus.ts";
import { SearchBox } from "./search/search-box.tsx";
import { useAdding } from "./use-adding.ts";
import { useCanvasNodes, withEdges } from "./use-canvas-nodes.ts";
import { useConnecting } from "./use-connecting.ts";
import { useDropping } from "./use-dropping.ts";
import { useCanvasMiddle } from "./use-canvas-middle.ts";
import { useNotes } from "./use-notes.ts";

/** What is laid over the draft: a run that is tried, or marks. */
export interface LaidOver {
  readonly overlay: RunOverlay | null;
  readonly marks: Marks | null;
}

export const nothingLaidOver: LaidOver = { overlay: null, marks: null };

interface EditableCanvasProps {
  readonly builder: Builder;
  readonly cards: readonly Card[];
  readonly focus: Focus | null;
  readonly over: LaidOver;
  /** False while another tab covers it. */
  readonly isShown: boolean;
  /** Marks what a search found; null when none goes on. */
  readonly onFound: (marks: Marks | null) => void;
  /** Selects a card and brings it to the middle. */
  readonly onShow: (card: CardId) => void;
  readonly onShowFindings: (card: CardId) => void;
}

/** The canvas to edit on. The canvas library's words end here: outside they are cards, lines and paths. */
export const EditableCanvas = ({
  builder,
  cards,
  focus,
  over,
  isShown,
  onFound,
  onShow,
  onShowFindings,
}: EditableCanvasProps) => {
  const { graph, selection, select } = builder;
  const name = useOpenDraft()?.name ?? "Workflow";
  const { colorScheme } = useMantineColorScheme();
  const adding = useAdding(builder);
  const menus = useCanvasMenus(builder, onShowFindings);
  const middle = useCanvasMiddle();
  const elements = useCardElements();
  const notes = useNotes(builder);
  const connecting = useConnecting(builder, menus.onOpenEnd);
  const { line: dropLine, ...dropping } = useDropping(adding);
  const lines = useLines(builder, cards, over, dropLine);
  const [isSearching, setSearching] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const commands = useCanvasCommands(builder, {
    menus,
    elements,
    addNote: () => {
      const place = middle();
      if (place !== null) notes.add(place);
    },
    openSearch: () => setSearching(true),
    openSheet: () => setSheetOpen(true),
    keepImage: (kind) => void saveImage(kind, name, graph, cards),
  });
  const [card, ...others] = selection.cards;
  const only = others.length === 0 ? card : undefined;
  useCommandKeys(commands, isShown, only, elements);
  useFocusOnSelected(only, elements);
  useSeeAdded(only, graph.steps.length, elements);
  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => select((current) => withEdges(current, changes)),
    [select],
  );
  return (
    <CanvasActionsProvider value={menus.actions}>
      <NoteActionsProvider value={notes.actions}>
        <Surface
          {...settings}
          cards={cards}
          builder={builder}
          colorMode={colorScheme === "auto" ? "system" : colorScheme}
          edges={lines}
          {...connecting}
          {...dropping}
          onEdgesChange={onEdgesChange}
          {...contextMenus(builder, menus)}
        >
          <CanvasFurniture hasMinimap={cards.length > 6}>
            <CanvasTools builder={builder} commands={commands} />
          </CanvasFurniture>
          {isSearching && (
            <SearchBox
              graph={graph}
              onShow={onShow}
              onFound={onFound}
              onClose={(at) => {
                setSearching(false);
                if (at !== null) elements.focus(at);
              }}
            />
          )}
          <OpeningView cards={everything} middle={null} />
          <FollowFocus focus={focus} />
          <PresenceRings />
        </Surface>
      </NoteActionsProvider>
      <CanvasMenu
        menus={menus}
        builder={builder}
        adding={adding}
        commands={commands}
        elements={elements}
        middle={middle}
      />
      <ShortcutSheet commands={commands} isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
    </CanvasActionsProvider>
  );
};

/** Holds what moves under the mouse, so that nothing else is drawn again while it does. */
const Surface = ({
  cards,
  builder,
  ...rest
}: ReactFlowProps<CanvasNode, LineEdge> & {
  readonly cards: readonly Card[];
  readonly builder: Builder;
}) => {
  const { nodes, ...nodeEvents } = useCanvasNodes(cards, builder);
  return (
    <ReactFlow<CanvasNode, LineEdge>
      {...rest}
      nodes={nodes}
      {...nodeEvents}
      onlyRenderVisibleElements={nodes.length > fewNodes}
    />
  );
};

/** So many nodes can all be drawn at once, whether they are seen or not. */
const fewNodes = 60;

/** The lines of the graph; the one under a dragged step type is marked. */
function useLines(
  { graph, selection }: Builder,
  cards: readonly Card[],
  over: LaidOver,
  dropLine: string | null,
): LineEdge[] {
  const [reuse] = useState(() => createReuser<LineEdge>());
  return useMemo(() => {
    const lines = toLines(graph, cards, over, new Set(selection.edges));
    return reuse(
      lines.map((line) =>
        line.id === dropLine ? { ...line, className: "builder-drop-line" } : line,
      ),
    );
  }, [graph, cards, over, selection.edges, dropLine, reuse]);
}

const everything: readonly CardId[] = [];
const snapGrid: [number, number] = [10, 10];

const settings = {
  className: "graph-canvas",
  "aria-label": "Canvas",
  nodeTypes,
  edgeTypes,
  connectionRadius: 34,
  snapToGrid: true,
  snapGrid,
  deleteKeyCode: null,
  // Our own keys go along the lines; one card at a time can be reached with Tab.
  disableKeyboardA11y: true,
  edgesFocusable: false,
  selectionMode: SelectionMode.Partial,
  zoomOnDoubleClick: false,
  panOnScroll: true,
  minZoom: 0.15,
  maxZoom: 1.75,
  proOptions: { hideAttribution: true },
};
