import type { Edge as GraphEdge } from "#core/domain";
import { IconPlus } from "@tabler/icons-react";
import type { Edge, EdgeProps } from "@xyflow/react";
import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useCanvasActions } from "./canvas-actions.ts";

interface LineData extends Record<string, unknown> {
  readonly edge: GraphEdge;
  readonly title: string;
  /** How often the shown run took it; null without a run. */
  readonly takenCount: number | null;
}
export type LineEdge = Edge<LineData, "line">;

/** Draws one line from a path to a step: a curve forward, round corners when it leads back. */
export const LineView = memo(({ id, data, selected, ...ends }: EdgeProps<LineEdge>) => {
  const actions = useCanvasActions();
  const leadsBack = ends.targetX < ends.sourceX + 24;
  const [path, labelX, labelY] = leadsBack
    ? getSmoothStepPath({ ...ends, borderRadius: 18, offset: 26 })
    : getBezierPath({ ...ends, curvature: 0.32 });
  const isTaken =
    data?.takenCount !== null && data?.takenCount !== undefined && data.takenCount > 0;
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={22}
        className="graph-line"
        data-taken={isTaken || undefined}
        data-aside={data?.takenCount === 0 || undefined}
      />
      <EdgeLabelRenderer>
        <div
          className="graph-line-label nopan"
          data-shown={selected || undefined}
          data-taken={isTaken || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
        >
          <span>{data?.title}</span>
          {actions !== null && data !== undefined && (
            <button
              type="button"
              aria-label={`Insert a step after ${data.title}`}
              onClick={(event) =>
                actions.insert(data.edge, event.currentTarget.getBoundingClientRect())
              }
            >
              <IconPlus size={12} stroke={2.4} />
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
LineView.displayName = "LineView";
