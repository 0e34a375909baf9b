import type { InboxServerFrame } from "#contract";
import type { ConversationId, WorkspaceId } from "#core/domain";
import { findConversation } from "#server/store";
import type { Doors } from "../doors.ts";
import { displayName } from "../presenters/present-people.ts";
import { type FeedReader, type WorkspaceFeed, createWorkspaceFeed } from "./workspace-feed.ts";

/** The feeds of all workspaces with an open inbox here. */
export interface WorkspaceFeeds {
  /** Joins a reader; returns the way to leave. */
  join(workspaceId: WorkspaceId, reader: FeedReader): () => void;
  stop(): void;
}

/** Makes the feeds and lets them hear announcements, typing, visitors coming and going, and the database's state. */
export function createWorkspaceFeeds(doors: Doors): WorkspaceFeeds {
  const feeds = new Map<WorkspaceId, WorkspaceFeed>();
  const tell = (workspaceId: WorkspaceId, frame: InboxServerFrame) =>
    feeds.get(workspaceId)?.readers.forEach((reader) => reader.send(frame));
  const stops = [
    doors.announcements.listen((announcements) => {
      for (const announcement of announcements)
        feeds.get(announcement.workspaceId)?.hear(announcement);
    }),
    doors.typing.listen(({ workspaceId, conversationId, member }) => {
      if (!feeds.has(workspaceId)) return;
      if (member !== null)
        return tell(workspaceId, {
          type: "typing",
          conversation_id: conversationId,
          by: "member",
          name: member.name,
        });
      nameContact(doors, workspaceId, conversationId).then(
        (name) =>
          tell(workspaceId, {
            type: "typing",
            conversation_id: conversationId,
            by: "contact",
            name,
          }),
        (error: unknown) => doors.log.debug({ err: error }, "typing was not shown"),
      );
    }),
    doors.connectedVisitors.listen(({ workspaceId, contactId, isConnected }) =>
      tell(workspaceId, {
        type: "visitor_connection",
        contact_id: contactId,
        is_connected: isConnected,
      }),
    ),
    doors.databaseWatch.listen((isReachable) => {
      for (const workspaceId of feeds.keys())
        tell(workspaceId, {
          type: "service_state",
          state: isReachable ? "ok" : "database_unreachable",
        });
    }),
  ];
  return {
    join(workspaceId, reader) {
      const feed = feeds.get(workspaceId) ?? createWorkspaceFeed(doors, workspaceId);
      feeds.set(workspaceId, feed);
      feed.readers.add(reader);
      return () => {
        feed.readers.delete(reader);
        if (feed.readers.size === 0) feeds.delete(workspaceId);
      };
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

async function nameContact(
  doors: Doors,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<string | null> {
  const found = await findConversation(doors.tools.store, workspaceId, conversationId);
  if (found === undefined) return null;
  return displayName({
    id: found.conversation.contactId,
    name: found.contactName,
    email: found.contactEmail,
  });
}
