import type { PathEnd } from "#browser/graph";
import type { Edge } from "#core/domain";
import { toStepId } from "#core/domain";

/** Names the path that the canvas library's source handle stands for. */
export const toConnection = (
  source: string | null | undefined,
  handle: string | null | undefined,
): PathEnd | null =>
  source === null || source === undefined || handle === null || handle === undefined
    ? null
    : { from: source === "trigger" ? source : toStepId(source), path: handle };

/** Turns the canvas library's connection into an edge; null when it leads into the trigger or back to where it starts. */
export function toEdge(connection: {
  source: string;
  target: string;
  sourceHandle?: string | null;
}): Edge | null {
  const from = toConnection(connection.source, connection.sourceHandle);
  if (from === null || connection.target === "trigger" || connection.target === connection.source)
    return null;
  return { ...from, to: toStepId(connection.target) };
}
