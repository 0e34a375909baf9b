/** Draws a graph: cards, lines, and a run on them. Read-only; the builder's canvas edits on the same drawing. */
export { CanvasActionsProvider, type CanvasActions, type PathEnd } from "./canvas-actions.ts";
export { CanvasFurniture } from "./canvas-furniture.tsx";
export { type Card, type CardFinding, type CardPath, type CardSource, toCards } from "./card.ts";
export type { CardId } from "./card-id.ts";
export { cardSize } from "./card-size.ts";
export type { CardNode } from "./card-view.tsx";
export { edgeTypes, nodeTypes, toLines, toNode } from "./flow-elements.ts";
export { type Focus, FollowFocus } from "./follow-focus.tsx";
export type { LineEdge } from "./line-view.tsx";
export type { Look, Looks } from "./look.ts";
export { createReuser } from "./reuse-equal.ts";
export type { CardMark, LineMark, Marks, MarkTone } from "./marks.ts";
export { type CardVisits, type RunOverlay, toRunOverlay } from "./run-overlay.ts";
export { durationWords, runStateWords, waitWords } from "./run-words.ts";
export { OpeningView } from "./opening-view.tsx";
export { WorkflowGraph } from "./workflow-graph.tsx";
