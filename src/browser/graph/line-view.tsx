import type { Edge as GraphEdge } from "#core/domain";
import { IconPlus } from "@tabler/icons-react";
import type { Edge, EdgeProps } from "@xyflow/react";
import { BaseEdge, EdgeLabelRenderer } from "@xyflow/react";
import { memo } from "react";
import { useCanvasActions } from "./canvas-actions.ts";
import { linePath } from "./line-path.ts";
import type { LineMark } from "./marks.ts";
import { useHover } from "./use-hover.ts";

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

/**
 * Draws one line from a path to a step: a curve forward, round corners when it leads back. Its label is there while something is
 * marked on it, it is selected, or the pointer is on it.
 */
export const LineView = memo(({ id, data, selected, ...ends }: EdgeProps<LineEdge>) => {
  const { isHovered, ...hover } = useHover();
  const [path, labelX, labelY] = linePath(ends);
  const mark = data?.mark ?? null;
  const isLabelled = mark !== null && mark.label !== null;
  const isTaken =
    data?.takenCount !== null && data?.takenCount !== undefined && data.takenCount > 0;
  return (
    <>
      <g {...hover}>
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
      </g>
      {data !== undefined && (selected || isLabelled || isHovered) && (
        <EdgeLabelRenderer>
          <div
            className="graph-line-label nopan"
            data-mark={mark?.tone}
            data-taken={isTaken || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            {...hover}
          >
            <LineLabel data={data} />
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
LineView.displayName = "LineView";

const LineLabel = ({ data: { edge, title, mark } }: { data: LineData }) => {
  const actions = useCanvasActions();
  return (
    <>
      <span title={title}>{mark?.label ?? title}</span>
      {actions !== null && (
        <button
          type="button"
          aria-label={`Insert a step after ${title}`}
          onClick={(event) => actions.insert(edge, event.currentTarget.getBoundingClientRect())}
        >
          <IconPlus size={12} stroke={2.4} />
        </button>
      )}
    </>
  );
};
