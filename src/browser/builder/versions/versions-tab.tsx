import { explainError, useVersions, useWorkflow } from "#browser/data";
import { EmptyState, ErrorState, LoadingState } from "#browser/ui";
import { IconVersions } from "@tabler/icons-react";
import { useState } from "react";
import { useOpenDraft } from "../draft-context.ts";
import { type Compared, draftChoice, type VersionChoice } from "./compared.ts";
import { ComparedGraph } from "./compared-graph.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { VersionList } from "./version-list.tsx";
import "./versions.css";

/** The published versions of a workflow, newest first: each drawn, two of them compared, or the draft with any. */
export const VersionsTab = ({ workflowId }: { workflowId: string }) => {
  const versions = useVersions(workflowId);
  const workflow = useWorkflow(workflowId).data;
  const draft = useOpenDraft()?.graph ?? workflow?.draft.graph;
  const [choice, setChoice] = useState<Compared | null>(null);
  if (versions.isPending) return <LoadingState shape="list" rows={4} label="Loading versions" />;
  if (versions.data === undefined)
    return (
      <ErrorState
        title="The versions could not be loaded"
        onRetry={() => void versions.refetch()}
        isRetrying={versions.isFetching}
      >
        {explainError(versions.error)}
      </ErrorState>
    );
  const [newest] = versions.data;
  if (newest === undefined || workflow === undefined || draft === undefined)
    return (
      <EmptyState icon={<IconVersions size={22} />} title="Not published yet">
        Each time you publish, the draft is kept here as a version that never changes.
      </EmptyState>
    );
  const isThere = (each: VersionChoice) =>
    each === draftChoice || versions.data.some(({ id }) => id === each);
  const compared: Compared =
    choice !== null && isThere(choice.shown) && (choice.with === null || isThere(choice.with))
      ? choice
      : { shown: newest.id, with: null };
  return (
    <ComparedGraph
      key={`${compared.shown} ${compared.with ?? ""}`}
      workflowId={workflowId}
      versions={versions.data}
      draft={draft}
      compared={compared}
    >
      {(difference, focus) => (
        <>
          <ComparePanel
            versions={versions.data}
            compared={compared}
            onChange={setChoice}
            difference={difference}
            onShow={focus}
          />
          <VersionList
            workflow={workflow.workflow}
            versions={versions.data}
            shown={compared.shown}
            onChange={setChoice}
          />
        </>
      )}
    </ComparedGraph>
  );
};
