import type { Position } from "@xyflow/react";
import { getBezierPath, getSmoothStepPath } from "@xyflow/react";

/** Where a line begins and ends, in canvas pixels, and the sides of the cards it meets. */
export interface LineEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly sourcePosition: Position;
  readonly targetX: number;
  readonly targetY: number;
  readonly targetPosition: Position;
}

/** The way of a line and the place of its label: a curve forward, round corners when it leads back. */
export function linePath(ends: LineEnds): readonly [path: string, labelX: number, labelY: number] {
  const leadsBack = ends.targetX < ends.sourceX + 24;
  const [path, x, y] = leadsBack
    ? getSmoothStepPath({ ...ends, borderRadius: 18, offset: 26 })
    : getBezierPath({ ...ends, curvature: 0.32 });
  return [path, x, y];
}
