import type { Edge, Graph } from "#core/domain";
import { edgeKey } from "#core/domain";
import type { NodeHandle } from "@xyflow/react";
import { MarkerType, Position } from "@xyflow/react";
import { cardSize } from "./card-size.ts";
import type { CardNode } from "./card-view.tsx";
import { CardView } from "./card-view.tsx";
import type { Card } from "./card.ts";
import type { LineEdge } from "./line-view.tsx";
import { LineView } from "./line-view.tsx";
import type { LineMark, Marks } from "./marks.ts";
import type { NoteNode } from "./notes/note-view.tsx";
import { NoteView } from "./notes/note-view.tsx";
import type { RunOverlay } from "./run-overlay.ts";

/** How the canvas library draws our cards and lines; one object for ever, as it demands. */
export const nodeTypes = { card: CardView, note: NoteView };
export const edgeTypes = { line: LineView };

/** Turns a card into what the canvas library places. What it has `measured` of the card before, it keeps. */
export const toNode = (
  card: Card,
  isSelected = false,
  measured?: CardNode["measured"],
): CardNode => ({
  id: card.id,
  type: "card",
  position: card.position,
  data: { card },
  selected: isSelected,
  initialWidth: cardSize.width,
  initialHeight: cardSize.heightOf(card.paths.length),
  deletable: card.id !== "trigger",
  ariaLabel: `${card.typeTitle}: ${card.name}`,
  // Without these the library draws every card once to find where its lines begin, five hundred on opening.
  ...(measured === undefined ? { handles: toHandles(card) } : { measured }),
});

/** Where the lines meet a card, by the style sheet; once the card is drawn, the library measures it. */
const toHandles = (card: Card): NodeHandle[] => [
  ...(card.id === "trigger"
    ? []
    : [{ type: "target" as const, position: Position.Left, x: 0, y: cardSize.entry }]),
  ...card.paths.map(({ id }, index) => ({
    type: "source" as const,
    id,
    position: Position.Right,
    x: cardSize.width,
    y: cardSize.exitOf(card.paths.length, index),
  })),
];

/** What is laid over the lines. */
export interface LaidOver {
  readonly overlay?: RunOverlay | null;
  readonly marks?: Marks | null;
}
/** What stands on the canvas: a card or a note. */
export type CanvasNode = CardNode | NoteNode;

/** Turns edges into lines, each with its path's title. */
export function toLines(
  graph: Graph,
  cards: readonly Card[],
  over: LaidOver,
  selected: ReadonlySet<string> = new Set(),
): LineEdge[] {
  const titles = new Map(
    cards.flatMap((card) =>
      card.paths.map((path) => [edgeKey({ from: card.id, path: path.id }), path.title]),
    ),
  );
  return graph.edges.map((edge) =>
    toLine(edge, titles.get(edgeKey(edge)) ?? edge.path, over, selected),
  );
}

function toLine(
  edge: Edge,
  title: string,
  { overlay = null, marks = null }: LaidOver,
  selected: ReadonlySet<string>,
): LineEdge {
  const key = edgeKey(edge);
  const takenCount = overlay === null ? null : (overlay.edges.get(key) ?? 0);
  const mark = marks?.lines.get(key) ?? null;
  const isAside = takenCount === 0 || (marks?.dimsOthers === true && mark === null);
  return {
    id: key,
    type: "line",
    source: edge.from,
    sourceHandle: edge.path,
    target: edge.to,
    data: { edge, title, takenCount, mark, isAside },
    selected: selected.has(key),
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 16,
      height: 16,
      color: headColor(takenCount, mark),
    },
    zIndex: mark !== null || (takenCount !== null && takenCount > 0) ? 1 : 0,
  };
}

const headColor = (takenCount: number | null, mark: LineMark | null): string => {
  if (mark !== null && mark.tone !== "plain") return `var(--graph-${mark.tone})`;
  return takenCount !== null && takenCount > 0 ? "var(--accent)" : "var(--graph-line)";
};
