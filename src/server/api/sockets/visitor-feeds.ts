import type { VisitorServerFrame } from "#contract";
import type { ContactId, ConversationId } from "#core/domain";
import { findConversation } from "#server/store";
import type { Doors } from "../doors.ts";
import { firstName } from "../presenters/present-message.ts";

/** One widget socket as the feeds see it. */
interface VisitorReader {
  /** Something changed in these conversations of the contact. */
  tell(conversationIds: readonly ConversationId[]): void;
  /** Its token may be worth nothing any more. */
  checkToken(): void;
  send(frame: VisitorServerFrame): void;
}

/** The open widget sockets of this process by contact: an announcement costs a look-up, an idle socket nothing. */
export interface VisitorFeeds {
  join(contactId: ContactId, reader: VisitorReader): () => void;
  stop(): void;
}

export function createVisitorFeeds(doors: Doors): VisitorFeeds {
  const readers = new Map<ContactId, Set<VisitorReader>>();
  const stops = [
    doors.announcements.listen((announcements) => {
      for (const { contactId, conversationIds } of announcements) {
        if (contactId === null) continue;
        readers
          .get(contactId)
          ?.forEach((reader) =>
            conversationIds.length === 0 ? reader.checkToken() : reader.tell(conversationIds),
          );
      }
    }),
    doors.typing.listen(({ workspaceId, conversationId, member }) => {
      if (member === null || readers.size === 0) return;
      findConversation(doors.tools.store, workspaceId, conversationId).then(
        (found) => {
          const frame = {
            type: "typing",
            conversation_id: conversationId,
            name: firstName(member.name),
          } as const;
          if (found !== undefined)
            readers.get(found.conversation.contactId)?.forEach((reader) => reader.send(frame));
        },
        (error: unknown) => doors.log.debug({ err: error }, "typing was not shown"),
      );
    }),
  ];
  return {
    join(contactId, reader) {
      const joined = readers.get(contactId) ?? new Set();
      readers.set(contactId, joined.add(reader));
      return () => {
        joined.delete(reader);
        if (joined.size === 0) readers.delete(contactId);
      };
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
