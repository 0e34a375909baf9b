import type {
  ContactId,
  ConversationId,
  MemberId,
  Message,
  RunId,
  WorkspaceId,
} from "#core/domain";

/** What open screens may want to know of one committed change. Losing one is harmless: screens catch up by cursor. */
export interface Announcement {
  readonly workspaceId: WorkspaceId;
  /** The lane; null when the change belongs to the workspace alone. */
  readonly contactId: ContactId | null;
  readonly conversationIds: readonly ConversationId[];
  /** Those just written, in sequence order per conversation. */
  readonly messages: readonly Message[];
  readonly runIds: readonly RunId[];
  readonly memberIds: readonly MemberId[];
}

export type AnnouncementListener = (announcements: readonly Announcement[]) => void;

/** Carries announcements to everything in this process that shows them. */
export interface Announcements {
  announce(announcements: readonly Announcement[]): void;
  /** Calls `listener` for every announcement from now on; returns the way to stop it. */
  listen(listener: AnnouncementListener): () => void;
}

/** Makes the bus; `onFailure` hears of listeners that throw, which never disturbs the others. */
export function createAnnouncements(onFailure: (error: unknown) => void): Announcements {
  const listeners = new Set<AnnouncementListener>();
  return {
    announce(announcements) {
      if (announcements.length === 0) return;
      for (const listener of listeners) {
        try {
          listener(announcements);
        } catch (error) {
          onFailure(error);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
