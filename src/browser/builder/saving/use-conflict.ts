import type { WorkflowDetailBody } from "#contract";
import { useWorkflow } from "#browser/data";
import { useCallback, useEffect, useRef, useState } from "react";
import { sameGraph } from "../document/same-graph.ts";
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
  const isConflict = state.kind === "conflict";
  const mine = useRef(builder.graph);
  useEffect(() => {
    mine.current = builder.graph;
  }, [builder.graph]);
  const fetchTheirs = useCallback(async () => {
    const { data } = await refetch();
    if (data === undefined) return;
    // A save whose answer was lost comes back as a conflict with oneself.
    if (sameGraph(data.draft.graph, mine.current)) saver.rebase(data.draft.revision, mine.current);
    else setTheirs(data);
  }, [refetch, saver]);
  useEffect(() => {
    if (isConflict) void fetchTheirs();
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
  };
  return {
    theirs: isConflict ? theirs : null,
    open: () => void fetchTheirs(),
    onClose: () => setTheirs(null),
    onLoadTheirs: () => resolve(true),
    onKeepMine: () => resolve(false),
  };
}
