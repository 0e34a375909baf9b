import { explainError, useVersion, useVersions } from "#browser/data";
import { WorkflowGraph } from "#browser/graph";
import { EmptyState, ErrorState, LoadingState, RelativeTime, StatePill } from "#browser/ui";
import type { VersionBody } from "#contract";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { UnstyledButton } from "@mantine/core";
import { IconVersions } from "@tabler/icons-react";
import { useState } from "react";
import { looks } from "../editors-by-type.ts";
import { useDescribe } from "../world/use-describe.ts";
import { useNames } from "../world/use-names.ts";

/** The published versions of a workflow, newest first, each with its drawing. */
export const VersionsTab = ({ workflowId }: { workflowId: string }) => {
  const versions = useVersions(workflowId);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = versions.data?.find(({ id }) => id === chosenId) ?? versions.data?.[0];
  if (versions.isPending) return <LoadingState shape="list" rows={4} label="Loading versions" />;
  if (versions.data === undefined) {
    return (
      <ErrorState
        title="The versions could not be loaded"
        onRetry={() => void versions.refetch()}
        isRetrying={versions.isFetching}
      >
        {explainError(versions.error)}
      </ErrorState>
    );
  }
  if (chosen === undefined) {
    return (
      <EmptyState icon={<IconVersions size={22} />} title="Not published yet">
        Each time you publish, the draft is kept here as a version that never changes.
      </EmptyState>
    );
  }
  return (
    <div className="builder-run">
      <div className="builder-graph">
        <VersionGraph key={chosen.id} version={chosen} />
      </div>
      <aside className="builder-run-side" aria-label="Versions">
        <ul className="builder-visits">
          {versions.data.map((version) => (
            <li key={version.id}>
              <UnstyledButton
                className="builder-version"
                data-chosen={version.id === chosen.id || undefined}
                onClick={() => setChosenId(version.id)}
              >
                <span className="builder-card-line">
                  <strong>Version {version.number}</strong>
                  {version.is_live && <StatePill tone="good">Live</StatePill>}
                </span>
                {version.note !== "" && <span>{version.note}</span>}
                <span className="builder-muted">
                  <RelativeTime at={version.published_at} style="long" />
                  {version.published_by !== null && ` by ${version.published_by}`}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
};

const VersionGraph = ({ version }: { version: VersionBody }) => {
  const detail = useVersion(version.workflow_id, version.id);
  const describe = useDescribe(useNames(), detail.data?.graph);
  if (detail.data !== undefined) {
    return (
      <WorkflowGraph
        label={`Version ${version.number}`}
        graph={detail.data.graph}
        steps={stepCatalogue}
        triggers={triggerCatalogue}
        looks={looks}
        describe={describe}
      />
    );
  }
  if (!detail.isError) return <LoadingState shape="text" rows={5} label="Loading the version" />;
  return (
    <ErrorState
      title="The version could not be loaded"
      onRetry={() => void detail.refetch()}
      isRetrying={detail.isFetching}
    >
      {explainError(detail.error)}
    </ErrorState>
  );
};
