import { explainError, useRuns } from "#browser/data";
import { EmptyState, ErrorState, LoadingState, RelativeTime } from "#browser/ui";
import type { RunSummaryBody } from "#contract";
import { durationWords } from "#browser/graph";
import { Button, Select } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../paths.ts";
import { RunStatePill } from "./run-state-pill.tsx";

const stateChoices = [
  { value: "running", label: "Running" },
  { value: "waiting", label: "Waiting" },
  { value: "paused", label: "Paused" },
  { value: "completed", label: "Completed" },
  { value: "failed", label: "Failed" },
  { value: "cancelled", label: "Ended early" },
  { value: "expired", label: "Expired" },
] as const;
type RunState = (typeof stateChoices)[number]["value"];

/** The runs of one workflow, newest first, each leading to its drawing. */
export const RunsTab = ({ workflowId }: { workflowId: string }) => {
  const [state, setState] = useState<RunState | null>(null);
  const runs = useRuns({ workflow_id: workflowId, ...(state !== null && { state }) });
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="builder-scroll">
      <div className="builder-filter">
        <Select
          aria-label="State"
          placeholder="All states"
          clearable
          data={[...stateChoices]}
          value={state}
          onChange={(chosen) =>
            setState(stateChoices.find(({ value }) => value === chosen)?.value ?? null)
          }
        />
      </div>
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
          title={state === null ? "No runs yet" : "No runs in this state"}
        >
          {state === null
            ? "Each time the workflow starts for a contact, its run appears here with the path it took."
            : "Choose another state to see more."}
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

const RunTable = ({ runs }: { runs: readonly RunSummaryBody[] }) => (
  <ul className="builder-run-list">
    {runs.map((run) => (
      <li key={run.id}>
        <Link className="builder-row-link" to={paths.run(run.id)}>
          {run.contact_display_name}
        </Link>
        <RunStatePill run={run} />
        <span className="builder-run-where" title={run.problem?.message ?? run.step_name ?? ""}>
          {run.problem?.message ?? run.step_name ?? ""}
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
