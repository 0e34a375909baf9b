import { explainError, useInsights, useVersion, useVersions } from "#browser/data";
import type { Canvas } from "#browser/graph";
import { EmptyState, ErrorState, LoadingState, useIsPhone, useNow } from "#browser/ui";
import { IconChartBar, IconVersions } from "@tabler/icons-react";
import { Controls } from "./controls.tsx";
import "./insights.css";
import { Numbers } from "./numbers.tsx";
import { periodBefore } from "./period.ts";
import { useAsked } from "./use-asked.ts";

export interface InsightsTabProps {
  readonly workflowId: string;
  /** Draws a version. */
  readonly canvas: Canvas;
}

/** What the runs of a workflow came to in a period: sums, a chart by day, and numbers at every step and line. */
export const InsightsTab = ({ workflowId, canvas }: InsightsTabProps) => {
  const asked = useAsked(useNow());
  const isPhone = useIsPhone();
  const versions = useVersions(workflowId);
  const { period, version } = asked;
  const ofVersion = version === null ? {} : { version_number: version };
  const insights = useInsights(workflowId, { ...period, ...ofVersion });
  const before = useInsights(workflowId, { ...periodBefore(period), ...ofVersion });
  const drawn =
    versions.data?.find(({ number }) => number === version) ??
    versions.data?.find(({ is_live }) => is_live) ??
    versions.data?.[0];
  const detail = useVersion(workflowId, drawn?.id ?? "");
  const error = versions.error ?? insights.error ?? detail.error;
  if (versions.data?.length === 0) {
    return (
      <EmptyState icon={<IconVersions size={22} />} title="Not published yet">
        Publish the workflow, and what its runs come to is counted here, step by step.
      </EmptyState>
    );
  }
  const isLoaded =
    versions.data !== undefined && insights.data !== undefined && detail.data !== undefined;
  return (
    <div className="insights" aria-busy={insights.isPlaceholderData}>
      <Controls asked={asked} versions={versions.data ?? []} isPhone={isPhone} />
      {!isLoaded && error !== null && (
        <ErrorState
          title="The numbers could not be loaded"
          isRetrying={versions.isFetching || insights.isFetching || detail.isFetching}
          onRetry={() => {
            for (const one of [versions, insights, detail]) if (one.isError) void one.refetch();
          }}
        >
          {explainError(error)}
        </ErrorState>
      )}
      {!isLoaded && error === null && (
        <LoadingState shape="text" rows={6} label="Loading the numbers" />
      )}
      {isLoaded &&
        (insights.data.steps.length === 0 && insights.data.runs.started === 0 ? (
          <EmptyState icon={<IconChartBar size={22} />} title="No runs in this period">
            Choose a longer period or another version. Runs of test contacts are never counted.
          </EmptyState>
        ) : (
          <Numbers
            key={`${detail.data.id}`}
            workflowId={workflowId}
            asked={asked}
            insights={insights.data}
            before={before.data}
            version={detail.data}
            canvas={canvas}
            isPhone={isPhone}
          />
        ))}
    </div>
  );
};
