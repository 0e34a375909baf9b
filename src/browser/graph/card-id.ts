import type { Edge } from "#core/domain";

/** A card on the canvas: a step, or the trigger. */
export type CardId = Edge["from"];
