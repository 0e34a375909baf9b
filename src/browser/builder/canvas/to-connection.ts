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

interface Drawn {
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string | null;
}

/** Why a line may not be drawn there, in words; null when it may. */
export function whyNotConnected({
  source,
  target,
}: Pick<Drawn, "source" | "target">): string | null {
  if (target === "trigger") return "A line cannot lead into the trigger: it is where a run begins.";
  if (target === source)
    return "A step cannot lead straight back to itself. To repeat it, lead to another step first.";
  return null;
}

/** Turns the canvas library's connection into an edge; null when it may not be drawn. */
export function toEdge(connection: Drawn): Edge | null {
  const from = toConnection(connection.source, connection.sourceHandle);
  if (from === null || whyNotConnected(connection) !== null) return null;
  return { ...from, to: toStepId(connection.target) };
}
