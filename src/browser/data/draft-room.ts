import type { DraftEditorBody } from "#contract";

/** What the server told of a draft that is open here. */
export interface DraftNews {
  /** The other tabs that have it open. */
  readonly editors: readonly DraftEditorBody[];
  /** The newest revision that anybody saved, this tab included. */
  readonly saved: {
    readonly revision: number;
    readonly by: string;
    /** Null for an API key. */
    readonly memberId: string | null;
  } | null;
  /** Who deleted the workflow. */
  readonly deletedBy: string | null;
}

const silence: DraftNews = { editors: [], saved: null, deletedBy: null };
const rooms = new Map<string, DraftNews>();
const listeners = new Set<() => void>();

const change = (workflowId: string, news: Partial<DraftNews>) => {
  rooms.set(workflowId, { ...(rooms.get(workflowId) ?? silence), ...news });
  for (const listener of listeners) listener();
};

/** Records who else has a draft open. */
export const noteEditors = (workflowId: string, editors: readonly DraftEditorBody[]) =>
  change(workflowId, { editors });

/** Records that somebody saved a draft; an older save that is told late is none. */
export const noteSaved = (workflowId: string, saved: NonNullable<DraftNews["saved"]>) => {
  const newest = rooms.get(workflowId)?.saved?.revision ?? -1;
  if (saved.revision > newest) change(workflowId, { saved });
};

export const noteDeleted = (workflowId: string, deletedBy: string) =>
  change(workflowId, { deletedBy });

/** Nobody is known to be there while the connection is lost. */
export const forgetEditors = () => {
  for (const workflowId of rooms.keys()) change(workflowId, { editors: [] });
};

/** What is known of a draft's room; the same object until there is news. */
export const newsOf = (workflowId: string): DraftNews => rooms.get(workflowId) ?? silence;

/** Forgets a room that is left. */
export const forgetRoom = (workflowId: string) => {
  rooms.delete(workflowId);
};

/** Calls `listener` at each news; returns the way to stop it. */
export const listenToRooms = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
