import { type DraftNews, useWorkflow } from "#browser/data";
import { notifyDone } from "#browser/ui";
import type { WorkflowDetailBody } from "#contract";
import type { Graph } from "#core/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { mergeDrafts, type MergeConflict } from "../document/merge-drafts.ts";
import { sameGraph } from "../document/same-graph.ts";
import type { Builder } from "../use-builder.ts";
import type { Autosaver, SaveState } from "./autosaver.ts";

/** Two drafts that cannot both stay, for a person to choose. */
export interface DraftConflict {
  readonly theirs: WorkflowDetailBody;
  /** Who saved theirs; null when that is not known. */
  readonly by: string | null;
  readonly mine: Graph;
  /** What both were made from; null when that is not known any more. */
  readonly base: Graph | null;
  readonly conflicts: readonly MergeConflict[];
}

interface Watched {
  readonly detail: WorkflowDetailBody;
  readonly news: DraftNews;
  readonly state: SaveState;
  readonly saver: Autosaver;
  readonly builder: Builder;
}

/**
 * Follows what others save. Their changes come in by themselves, and go together with unsaved ones here as long as both did not change
 * the same thing; else a person chooses, and nothing is overwritten unasked.
 */
export function useConflict({ detail, news, state, saver, builder }: Watched) {
  const { refetch } = useWorkflow(detail.workflow.id);
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const mine = useRef(builder.graph);
  const by = useRef(news.saved);
  useEffect(() => {
    mine.current = builder.graph;
    by.current = news.saved;
  }, [builder.graph, news.saved]);
  const { replace } = builder;

  /** Puts a draft in the place of this one; undo brings this one back. */
  const take = useCallback(
    (graph: Graph, theirs: WorkflowDetailBody, label: string) => {
      replace(graph, label);
      saver.change(graph);
      saver.rebase(theirs.draft.revision, theirs.draft.graph);
      setConflict(null);
    },
    [replace, saver],
  );
  /** The revision whose conflict was put off: it is offered again when asked for, or when there is a newer one. */
  const putOff = useRef<number | null>(null);
  const catchUp = useCallback(
    async (isAskedFor: boolean) => {
      const { data: theirs } = await refetch();
      // A save under way finds out by itself whether it came too late.
      if (theirs === undefined || saver.isSaving()) return;
      const { graph, revision } = theirs.draft;
      if (revision < saver.revision()) return;
      // A save whose answer was lost comes back as a conflict with oneself.
      if (sameGraph(graph, mine.current)) return saver.rebase(revision, mine.current);
      if (revision === saver.revision()) return;
      const who = by.current?.revision === revision ? by.current.by : null;
      const base = saver.base();
      const wasDirty = saver.isDirty();
      const merged = base === null ? null : mergeDrafts(base, mine.current, graph);
      if (merged?.ok === true) {
        take(merged.graph, theirs, `Changes by ${who ?? "somebody else"}`);
        const name = who ?? "Somebody else, or another tab,";
        notifyDone(
          wasDirty
            ? `${name} changed this draft too; both changes are here now`
            : `${name} changed this draft; here it is`,
        );
      } else if (isAskedFor || putOff.current !== revision)
        setConflict({
          theirs,
          by: who,
          mine: mine.current,
          base,
          conflicts: merged?.conflicts ?? [],
        });
    },
    [refetch, saver, take],
  );

  useEffect(() => {
    if (news.deletedBy !== null) saver.lose(`${news.deletedBy} deleted this workflow.`);
  }, [news.deletedBy, saver]);
  const newest = Math.max(news.saved?.revision ?? 0, detail.draft.revision);
  const isBehind = newest > saver.revision() && state.kind !== "saving" && state.kind !== "refused";
  const mustCatchUp = state.kind === "conflict" || isBehind;
  useEffect(() => {
    if (mustCatchUp) void catchUp(false);
  }, [mustCatchUp, newest, catchUp]);
  useFreshLook(refetch);

  return {
    // Of a workflow that is gone there is nothing to choose.
    conflict: news.deletedBy === null ? conflict : null,
    open: () => void catchUp(true),
    onClose: () => {
      putOff.current = conflict?.theirs.draft.revision ?? null;
      setConflict(null);
    },
    onLoadTheirs: () =>
      conflict !== null &&
      take(conflict.theirs.draft.graph, conflict.theirs, "Load the other draft"),
    onKeepMine: () => {
      if (conflict === null) return;
      saver.rebase(conflict.theirs.draft.revision, conflict.theirs.draft.graph);
      setConflict(null);
    },
  };
}

/** Looks again when the page comes back to the front: who is connected to another process of the server is not heard of here. */
function useFreshLook(refetch: () => Promise<unknown>): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void refetch();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refetch]);
}
