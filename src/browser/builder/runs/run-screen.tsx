import { explainError, useRun, useVersion } from "#browser/data";
import type { CardId, Focus } from "#browser/graph";
import { toRunOverlay, WorkflowGraph } from "#browser/graph";
import { EmptyState, ErrorState, LoadingState, PageHeader } from "#browser/ui";
import type { RunDetailBody, RunSummaryBody, VersionDetailBody } from "#contract";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { IconArrowLeft, IconRoute } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import "../builder.css";
import "./runs.css";
import { looks } from "../editors-by-type.ts";
import { paths } from "../paths.ts";
import { useDescribe } from "../world/use-describe.ts";
import { useNames } from "../world/use-names.ts";
import { RunActions } from "./run-actions.tsx";
import { RunFacts } from "./run-facts.tsx";
import { VariableList } from "./variable-list.tsx";
import { VisitList } from "./visit-list.tsx";

/** One run, drawn on the very version it ran on, with every visit and why it went where it went. */
export const RunScreen = ({ runId }: { runId: string }) => {
  const run = useRun(runId);
  const version = useVersion(run.data?.run.workflow_id ?? "", run.data?.run.version_id ?? "");
  const error = run.error ?? version.error;
  if (error !== null && (run.data === undefined || version.data === undefined)) {
    return (
      <ErrorState
        title="The run could not be loaded"
        onRetry={() => void (run.data === undefined ? run.refetch() : version.refetch())}
        isRetrying={run.isFetching || version.isFetching}
      >
        {explainError(error)}
      </ErrorState>
    );
  }
  if (run.data === undefined || version.data === undefined)
    return <LoadingState shape="list" label="Loading the run" />;
  return <RunOnVersion detail={run.data} version={version.data} />;
};

const RunOnVersion = ({
  detail,
  version,
}: {
  detail: RunDetailBody;
  version: VersionDetailBody;
}) => {
  const { run } = detail;
  const { graph } = version;
  const [focus, setFocus] = useState<Focus | null>(null);
  const names = useNames();
  const describe = useDescribe(names, graph);
  const overlay = useMemo(() => toRunOverlay(graph, detail), [graph, detail]);
  const choose = useCallback(
    (card: CardId | null) => setFocus(card === null ? null : { card }),
    [],
  );
  return (
    <div className="builder">
      <RunHeader run={run} version={version.number} />
      <div className="builder-run">
        <div className="builder-graph">
          <WorkflowGraph
            label={`Run of ${run.workflow_name}`}
            graph={graph}
            steps={stepCatalogue}
            triggers={triggerCatalogue}
            looks={looks}
            describe={describe}
            overlay={overlay}
            focus={focus}
            onPick={choose}
          />
        </div>
        <aside className="builder-run-side" aria-label="What happened">
          <RunFacts run={run} />
          <RunActions run={run} />
          {detail.visits.length === 0 ? (
            <EmptyState icon={<IconRoute size={22} />} title="No step yet">
              The run has started and stands before its first step.
            </EmptyState>
          ) : (
            <VisitList
              detail={detail}
              graph={graph}
              names={names}
              chosen={focus?.card ?? null}
              onChoose={choose}
            />
          )}
          <VariableList variables={detail.variables} />
        </aside>
      </div>
    </div>
  );
};

const RunHeader = ({ run, version }: { run: RunSummaryBody; version: number }) => (
  <PageHeader
    before={
      <Link
        to={paths.workflow(run.workflow_id)}
        className="builder-back"
        aria-label="Back to the workflow"
      >
        <IconArrowLeft size={18} />
      </Link>
    }
    title={run.workflow_name}
    subtitle={`A run on version ${version}`}
  />
);
