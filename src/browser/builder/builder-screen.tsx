import { explainError, useWorkflow } from "#browser/data";
import { WorkflowGraph } from "#browser/graph";
import { ErrorState, LoadingState, useIsPhone } from "#browser/ui";
import type { WorkflowDetailBody } from "#contract";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { SegmentedControl } from "@mantine/core";
import { IconDeviceDesktop } from "@tabler/icons-react";
import { useState } from "react";
import { BuilderHeader } from "./builder-header.tsx";
import "./builder.css";
import "./lists/lists.css";
import "./panels/panels.css";
import "./runs/runs.css";
import { EditorTab } from "./editor-tab.tsx";
import { looks } from "./editors-by-type.ts";
import { VersionsTab } from "./lists/versions-tab.tsx";
import { RunsTab } from "./runs/runs-tab.tsx";
import { useDescribe } from "./world/use-describe.ts";
import { useNames } from "./world/use-editing-world.ts";

const tabs = [
  { value: "canvas", label: "Canvas" },
  { value: "runs", label: "Runs" },
  { value: "versions", label: "Versions" },
] as const;
type Tab = (typeof tabs)[number]["value"];

/** One workflow: its draft on the canvas, its runs and its versions. */
export const BuilderScreen = ({ workflowId }: { workflowId: string }) => {
  const { data: detail, error, refetch, isFetching } = useWorkflow(workflowId);
  const [tab, setTab] = useState<Tab>("canvas");
  const isPhone = useIsPhone();
  if (detail === undefined && error !== null) {
    return (
      <ErrorState
        title="The workflow could not be loaded"
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      >
        {explainError(error)}
      </ErrorState>
    );
  }
  if (detail === undefined)
    return <LoadingState shape="text" rows={6} label="Loading the workflow" />;
  const choice = (
    <SegmentedControl
      aria-label="Part of the workflow"
      data={[...tabs]}
      value={tab}
      fullWidth={isPhone}
      onChange={(chosen) => setTab(tabs.find(({ value }) => value === chosen)?.value ?? "canvas")}
    />
  );
  const aside =
    tab === "runs" ? (
      <RunsTab workflowId={workflowId} />
    ) : tab === "versions" ? (
      <VersionsTab workflowId={workflowId} />
    ) : null;
  // The editor stays while another tab is shown: its undo history and its unsaved changes live in it.
  if (!isPhone) return <EditorTab detail={detail} tabs={choice} aside={aside} />;
  return (
    <div className="builder">
      <BuilderHeader workflow={detail.workflow} tabs={choice} />
      {aside ?? <DraftToLookAt detail={detail} />}
    </div>
  );
};

const DraftToLookAt = ({ detail }: { detail: WorkflowDetailBody }) => {
  const describe = useDescribe(useNames());
  return (
    <>
      <p className="builder-note">
        <IconDeviceDesktop size={16} /> To edit, open it on a wider screen.
      </p>
      <div className="builder-graph">
        <WorkflowGraph
          label={`Draft of ${detail.workflow.name}`}
          graph={detail.draft.graph}
          steps={stepCatalogue}
          triggers={triggerCatalogue}
          looks={looks}
          describe={describe}
        />
      </div>
    </>
  );
};
