import { explainError, useAddress, useRuns } from "#browser/data";
import { EmptyState, ErrorState, LoadingState, RelativeTime, StatePill } from "#browser/ui";
import type { RunSummaryBody } from "#contract";
import { durationWords } from "#browser/graph";
import { Button } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { isNarrowed, runAddressSchema, toRunFilter } from "./run-filter.ts";
import { sayOutcome } from "./outcome-words.ts";
import { RunFilters } from "./run-filters.tsx";
import { RunStatePill } from "./run-state-pill.tsx";

/** The runs of one workflow, newest first, each leading to its drawing. */
export const RunsTab = ({ workflowId }: { workflowId: string }) => {
  const [address, change] = useAddress(runAddressSchema);
  const runs = useRuns(toRunFilter(workflowId, address));
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="builder-scroll">
      <RunFilters workflowId={workflowId} address={address} onChange={change} />
      {runs.isPending && <LoadingState shape="table" rows={6} label="Loading runs" />}
      {runs.isError && runs.data === undefined && (
        <ErrorState
          title="The runs could not be loaded"
          onRetry={() => void runs.refetch()}
          isRetrying={runs.isFetching}
        >
          {explainError(runs.error)}
        </ErrorState>
      )}
      {runs.data !== undefined && items.length === 0 && (
        <EmptyState
          icon={<IconRoute size={22} />}
          title={isNarrowed(address) ? "No such runs" : "No runs yet"}
        >
          {isNarrowed(address)
            ? "None of the workflow’s runs fits all that is chosen above."
            : "Each time the workflow starts for a contact, its run appears here with the path it took."}
        </EmptyState>
      )}
      {items.length > 0 && <RunTable runs={items} />}
      {runs.hasNextPage && (
        <div className="builder-more">
          <Button
            variant="default"
            loading={runs.isFetchingNextPage}
            onClick={() => void runs.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </div>
  );
};

/** Where a run stands, or how it ended. */
const whereWords = ({ problem, step_name, outcome }: RunSummaryBody): string =>
  problem?.message ?? step_name ?? (outcome === null ? "" : sayOutcome(outcome));

const RunTable = ({ runs }: { runs: readonly RunSummaryBody[] }) => (
  <ul className="builder-run-list">
    {runs.map((run) => (
      <li key={run.id}>
        <Link className="builder-row-link" to={paths.run(run.id)}>
          {run.contact_display_name}
        </Link>
        <span className="builder-run-pills">
          <RunStatePill run={run} />
          {run.goal_reached_at !== null && <StatePill tone="accent">Goal</StatePill>}
          {run.is_test && <StatePill tone="neutral">Test</StatePill>}
        </span>
        <span className="builder-run-where" title={whereWords(run)}>
          {whereWords(run)}
        </span>
        <span className="builder-run-age">
          <RelativeTime at={run.started_at} style="long" />
        </span>
        <span className="builder-run-age">
          v{run.version_number}
          {run.ended_at !== null &&
            ` · ${durationWords(Date.parse(run.ended_at) - Date.parse(run.started_at))}`}
        </span>
      </li>
    ))}
  </ul>
);
