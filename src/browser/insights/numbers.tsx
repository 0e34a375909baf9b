import type { InsightsBody, VersionDetailBody } from "#contract";
import type { Canvas, CardId, Focus } from "#browser/graph";
import { toStepId } from "#core/domain";
import { Button } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { DayChart } from "./day-chart.tsx";
import { Figures } from "./figures.tsx";
import { daysOf } from "./period.ts";
import { ShareBars } from "./share-bars.tsx";
import { StepNumbers } from "./step-numbers.tsx";
import { StepTable } from "./step-table.tsx";
import { toMarks } from "./to-marks.ts";
import type { Asked } from "./use-asked.ts";
import { outcomeTitles } from "./words.ts";

interface NumbersProps {
  readonly workflowId: string;
  readonly asked: Asked;
  readonly insights: InsightsBody;
  readonly before: InsightsBody | undefined;
  /** The version that is drawn. */
  readonly version: VersionDetailBody;
  readonly canvas: Canvas;
  readonly isPhone: boolean;
}

/** The numbers of a period: sums on top, then the canvas or the table, and beside it the step that is looked at. */
export const Numbers = ({
  workflowId,
  asked,
  insights,
  before,
  version,
  canvas: CanvasView,
  isPhone,
}: NumbersProps) => {
  const { graph } = version;
  const [focus, setFocus] = useState<Focus | null>(null);
  const marks = useMemo(() => toMarks(graph, insights), [graph, insights]);
  const choose = useCallback(
    (card: CardId | null) => setFocus(card === null ? null : { card }),
    [],
  );
  const side = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isPhone && focus !== null) side.current?.scrollIntoView({ block: "start" });
  }, [isPhone, focus]);
  const chosen = insights.steps.find(({ step_id }) => step_id === focus?.card);
  const places = new Map(graph.steps.map(({ id }, index) => [String(id), index]));
  const here = insights.steps
    .filter(({ step_id }) => places.has(step_id))
    .toSorted((a, b) => (places.get(a.step_id) ?? 0) - (places.get(b.step_id) ?? 0));
  const gone = insights.steps.filter(({ step_id }) => !places.has(step_id));
  const runs = {
    to: `/workflows/${workflowId}`,
    search: {
      part: "runs",
      from: asked.period.from,
      to: asked.period.to,
      is_test: false,
      ...(asked.version !== null && { version: asked.version }),
    },
  };
  const table = { chosen: focus?.card ?? null, onChoose: (id: string) => choose(toStepId(id)) };
  const isTable = isPhone || asked.view === "table";
  return (
    <>
      <Figures runs={insights.runs} before={before?.runs} days={daysOf(asked.period)} />
      <div className="insights-body">
        {isTable ? (
          <div className="insights-tables">
            <StepTable caption={`Steps of version ${version.number}`} steps={here} {...table} />
            {gone.length > 0 && <Gone count={gone.length} version={version.number} />}
            {gone.length > 0 && (
              <StepTable caption="Steps no longer there" steps={gone} {...table} />
            )}
          </div>
        ) : (
          <div className="insights-canvas">
            <CanvasView
              graph={graph}
              label={`Version ${version.number} with numbers`}
              marks={marks}
              focus={focus}
              onPick={choose}
            />
            {gone.length > 0 && (
              <div className="insights-gone-hint">
                <Button size="xs" variant="default" onClick={() => asked.choose({ view: "table" })}>
                  {gone.length === 1
                    ? "1 step is no longer there"
                    : `${gone.length} steps are no longer there`}
                </Button>
              </div>
            )}
          </div>
        )}
        <aside ref={side} className="insights-side" aria-label="Numbers in detail">
          {chosen === undefined ? (
            <>
              <h2 className="insights-title">Runs by day</h2>
              <DayChart days={insights.days} />
              <h2 className="insights-title">How they ended</h2>
              {insights.runs.outcomes.length === 0 ? (
                <p className="insights-muted">None has ended yet.</p>
              ) : (
                <ShareBars
                  whole={insights.runs.finished}
                  bars={insights.runs.outcomes.map(({ outcome, count }) => ({
                    key: outcome,
                    title: outcomeTitles[outcome],
                    count,
                  }))}
                />
              )}
              <p className="insights-muted">
                Choose a step to see where runs went from it and what was answered. Medians are told
                to within 5 %. Runs of test contacts are not counted.
              </p>
            </>
          ) : (
            <>
              <StepNumbers step={chosen} graph={graph} runs={runs} />
              <Button size="xs" variant="default" onClick={() => choose(null)}>
                Back to all runs
              </Button>
            </>
          )}
        </aside>
      </div>
    </>
  );
};

const Gone = ({ count, version }: { count: number; version: number }) => (
  <h2 className="insights-title insights-gone">
    No longer in version {version}: {count === 1 ? "1 step" : `${count} steps`}
  </h2>
);
