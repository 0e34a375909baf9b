import type { CardId } from "./card-id.ts";

/** What a mark says by its colour: a difference between two graphs, a way that is walked, or mere numbers. */
export type MarkTone = "added" | "removed" | "changed" | "way" | "plain";

/** What is said at a card. */
export interface CardMark {
  readonly tone: MarkTone;
  /** A word or two on the card's upper edge: "Added", "3". Null for none. */
  readonly badge: string | null;
  /** A line beneath the summary: "Median 2 min · 12 % stop here". Null for none. */
  readonly detail: string | null;
}

/** What is said on a line. */
export interface LineMark {
  readonly tone: MarkTone;
  /** Shown in place of the path's title, always: "812 · 64 %". Null for none. */
  readonly label: string | null;
  /** How thick it is drawn, from 0 to 1; null for as ever. */
  readonly share: number | null;
}

/** Marks laid over a drawing. A run is laid over it as a `RunOverlay`. */
export interface Marks {
  readonly cards: ReadonlyMap<CardId, CardMark>;
  /** By the key of the edge. */
  readonly lines: ReadonlyMap<string, LineMark>;
  /** Draws what has no mark faintly. */
  readonly dimsOthers: boolean;
}
