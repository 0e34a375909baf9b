import type { ContactId, WorkspaceId } from "#core/domain";

/** Which contacts have a widget socket open in this process. */
export interface ConnectedVisitors {
  has(contactId: ContactId): boolean;
  /** Counts one socket in; returns the way to count it out. */
  add(workspaceId: WorkspaceId, contactId: ContactId): () => void;
  /** Hears when a contact's first socket opens and its last one closes. */
  listen(
    listener: (change: {
      workspaceId: WorkspaceId;
      contactId: ContactId;
      isConnected: boolean;
    }) => void,
  ): () => void;
}

export function createConnectedVisitors(): ConnectedVisitors {
  const counts = new Map<ContactId, number>();
  const listeners = new Set<Parameters<ConnectedVisitors["listen"]>[0]>();
  const change = (workspaceId: WorkspaceId, contactId: ContactId, by: 1 | -1) => {
    const before = counts.get(contactId) ?? 0;
    if (before + by === 0) counts.delete(contactId);
    else counts.set(contactId, before + by);
    const isConnected = before + by > 0;
    if (before === 0 || !isConnected)
      listeners.forEach((listener) => listener({ workspaceId, contactId, isConnected }));
  };
  return {
    has: (contactId) => counts.has(contactId),
    add(workspaceId, contactId) {
      change(workspaceId, contactId, 1);
      return () => change(workspaceId, contactId, -1);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
