import { explainError, useVersion } from "#browser/data";
import type { CardId, Focus } from "#browser/graph";
import { ErrorState, LoadingState } from "#browser/ui";
import type { VersionBody } from "#contract";
import type { Graph } from "#core/domain";
import { type ReactNode, useState } from "react";
import { DifferenceGraph } from "../difference/difference-graph.tsx";
import { useDifference } from "../difference/use-difference.ts";
import { choiceTitle, type Compared, draftChoice, type VersionChoice } from "./compared.ts";

export type ShownDifference = ReturnType<typeof useDifference> | null;

interface ComparedGraphProps {
  readonly workflowId: string;
  readonly versions: readonly VersionBody[];
  readonly draft: Graph;
  readonly compared: Compared;
  /** What stands beside; null until both graphs are here, and when nothing is compared. */
  readonly children: (difference: ShownDifference, focus: (card: CardId) => void) => ReactNode;
}

/** Draws a version or the draft, with its difference to another on it. */
export const ComparedGraph = ({
  workflowId,
  versions,
  draft,
  compared,
  children,
}: ComparedGraphProps) => {
  const [focus, setFocus] = useState<Focus | null>(null);
  const shown = useGraphOf(workflowId, compared.shown, draft);
  const other = useGraphOf(workflowId, compared.with ?? compared.shown, draft);
  const after = shown.graph ?? draft;
  const difference = useDifference(other.graph ?? after, after);
  const failed = [shown, other].find(({ error }) => error !== null);
  const isReady = shown.graph !== undefined && other.graph !== undefined;
  return (
    <div className="builder-run versions">
      <div className="builder-graph">
        {isReady ? (
          <DifferenceGraph
            difference={difference.difference}
            label={choiceTitle(compared.shown, versions)}
            focus={focus}
          />
        ) : failed === undefined ? (
          <LoadingState shape="text" rows={5} label="Loading the version" />
        ) : (
          <ErrorState title="The version could not be loaded" onRetry={failed.retry}>
            {explainError(failed.error)}
          </ErrorState>
        )}
      </div>
      <aside className="builder-run-side" aria-label="Versions">
        {children(isReady && compared.with !== null ? difference : null, (card) =>
          setFocus({ card }),
        )}
      </aside>
    </div>
  );
};

function useGraphOf(workflowId: string, choice: VersionChoice, draft: Graph) {
  const isDraft = choice === draftChoice;
  const detail = useVersion(workflowId, isDraft ? "" : choice);
  return {
    graph: isDraft ? draft : detail.data?.graph,
    error: isDraft ? null : detail.error,
    retry: () => void detail.refetch(),
  };
}
