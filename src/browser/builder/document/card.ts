import type { Edge } from "#core/domain";

/** What stands on the canvas: a step, or the trigger. */
export type CardId = Edge["from"];

/** Canvas pixels a card takes; the drawing tells them. */
export interface CardSize {
  readonly width: number;
  /** A card with that many ways out. */
  readonly heightOf: (pathCount: number) => number;
}
