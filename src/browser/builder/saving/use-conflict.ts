import type { WorkflowDetailBody } from "#contract";
import { useWorkflow } from "#browser/data";
import { useCallback, useEffect, useState } from "react";
import type { Builder } from "../use-builder.ts";
import type { Autosaver, SaveState } from "./autosaver.ts";

/** Brings the other draft when a save was refused because of it, and carries out the choice. */
export function useConflict(
  workflowId: string,
  state: SaveState,
  saver: Autosaver,
  builder: Builder,
) {
  const { refetch } = useWorkflow(workflowId);
  const [theirs, setTheirs] = useState<WorkflowDetailBody | null>(null);
  const [isDismissed, setIsDismissed] = useState(false);
  const isConflict = state.kind === "conflict";
  const fetchTheirs = useCallback(
    () => void refetch().then(({ data }) => data !== undefined && setTheirs(data)),
    [refetch],
  );
  useEffect(() => {
    if (isConflict) fetchTheirs();
  }, [isConflict, fetchTheirs]);
  const resolve = (takesTheirs: boolean) => {
    if (theirs === null) return;
    const { graph, revision } = theirs.draft;
    if (takesTheirs) {
      builder.replace(graph, "Load the other draft");
      saver.change(graph);
    }
    saver.rebase(revision, graph);
    setTheirs(null);
    setIsDismissed(false);
  };
  return {
    theirs,
    isOpen: isConflict && !isDismissed,
    open: () => {
      setIsDismissed(false);
      fetchTheirs();
    },
    onClose: () => setIsDismissed(true),
    onLoadTheirs: () => resolve(true),
    onKeepMine: () => resolve(false),
  };
}
