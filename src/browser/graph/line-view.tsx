import type { Edge as GraphEdge } from "#core/domain";
import { IconPlus } from "@tabler/icons-react";
import type { Edge, EdgeProps } from "@xyflow/react";
import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useCanvasActions } from "./canvas-actions.ts";
import type { LineMark } from "./marks.ts";

interface LineData extends Record<string, unknown> {
  readonly edge: GraphEdge;
  readonly title: string;
  /** How often the shown run took it; null without a run. */
  readonly takenCount: number | null;
  readonly mark: LineMark | null;
  /** What is laid over the drawing did not come by here. */
  readonly isAside: boolean;
}
export type LineEdge = Edge<LineData, "line">;

/** Draws one line from a path to a step: a curve forward, round corners when it leads back. */
export const LineView = memo(({ id, data, selected, ...ends }: EdgeProps<LineEdge>) => {
  const actions = useCanvasActions();
  const leadsBack = ends.targetX < ends.sourceX + 24;
  const [path, labelX, labelY] = leadsBack
    ? getSmoothStepPath({ ...ends, borderRadius: 18, offset: 26 })
    : getBezierPath({ ...ends, curvature: 0.32 });
  const mark = data?.mark ?? null;
  const isLabelled = mark !== null && mark.label !== null;
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
        data-aside={data?.isAside || undefined}
        data-mark={mark?.tone}
        {...(mark?.share != null && { style: { strokeWidth: 1.5 + mark.share * 8.5 } })}
      />
      <EdgeLabelRenderer>
        <div
          className="graph-line-label nopan"
          data-shown={selected || isLabelled || undefined}
          data-mark={mark?.tone}
          data-taken={isTaken || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
        >
          <span title={data?.title}>{mark?.label ?? data?.title}</span>
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
