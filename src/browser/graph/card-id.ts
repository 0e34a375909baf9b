import type { Edge, StepId } from "#core/domain";

/** A card on the canvas: a step, or the trigger. */
export type CardId = StepId | "trigger";

/** Names an edge by where it starts; a path has at most one. */
export const edgeKey = (edge: Pick<Edge, "from" | "path">): string => `${edge.from} ${edge.path}`;
