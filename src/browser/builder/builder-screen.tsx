import { useWorkflow } from "#browser/data";
import { type Canvas, WorkflowGraph } from "#browser/graph";
import { LoadingState, useIsPhone } from "#browser/ui";
import type { WorkflowDetailBody } from "#contract";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { SegmentedControl } from "@mantine/core";
import { IconDeviceDesktop } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { BuilderHeader } from "./builder-header.tsx";
import "./builder.css";
import "./lists/lists.css";
import "./panels/panels.css";
import "./runs/runs.css";
import { EditorTab } from "./editor-tab.tsx";
import { looks } from "./editors-by-type.ts";
import { LedgerTab } from "./ledger/ledger-tab.tsx";
import { MissingWorkflow } from "./saving/missing-workflow.tsx";
import { VersionsTab } from "./versions/versions-tab.tsx";
import { RunsTab } from "./runs/runs-tab.tsx";
import { VersionCanvas } from "./version-canvas.tsx";
import { useDescribe } from "./world/use-describe.ts";
import { useNames } from "./world/use-names.ts";

/** A part of the workflow's screen, on a tab of its own; the canvas is always the first. */
export interface Part {
  readonly value: string;
  readonly label: string;
  readonly render: (workflowId: string, canvas: Canvas) => ReactNode;
}

const partsBefore: readonly Part[] = [
  { value: "runs", label: "Runs", render: (workflowId) => <RunsTab workflowId={workflowId} /> },
];
const partsBehind: readonly Part[] = [
  {
    value: "not_started",
    label: "Not started",
    render: (workflowId) => <LedgerTab workflowId={workflowId} />,
  },
  {
    value: "versions",
    label: "Versions",
    render: (workflowId) => <VersionsTab workflowId={workflowId} />,
  },
];

export interface BuilderScreenProps {
  readonly workflowId: string;
  /** The part that is shown; the canvas when it is no part's value. */
  readonly part: string;
  readonly onPart: (part: string) => void;
  /** Parts of other rooms. */
  readonly moreParts: readonly Part[];
}

/** One workflow: its draft on the canvas, its runs and its versions. */
export const BuilderScreen = ({ workflowId, part, onPart, moreParts }: BuilderScreenProps) => {
  const { data: detail, error, refetch, isFetching } = useWorkflow(workflowId);
  const parts = [...partsBefore, ...moreParts, ...partsBehind];
  const shown = parts.find(({ value }) => value === part);
  const isPhone = useIsPhone();
  if (detail === undefined && error !== null) {
    return (
      <MissingWorkflow
        workflowId={workflowId}
        error={error}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  if (detail === undefined)
    return <LoadingState shape="text" rows={6} label="Loading the workflow" />;
  const choice = (
    <SegmentedControl
      aria-label="Part of the workflow"
      data={[
        { value: "canvas", label: "Canvas" },
        ...parts.map(({ value, label }) => ({ value, label })),
      ]}
      value={shown?.value ?? "canvas"}
      fullWidth={isPhone}
      onChange={onPart}
    />
  );
  const aside = shown?.render(workflowId, VersionCanvas) ?? null;
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
  const describe = useDescribe(useNames(), detail.draft.graph);
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
