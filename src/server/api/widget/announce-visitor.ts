import type { ContactId, ConversationId, WorkspaceId } from "#core/domain";
import type { Doors } from "../doors.ts";

/** Tells open screens that other browsers, or none, speak for a contact now: its sockets check their tokens, inboxes load its conversations. */
export const announceVisitor = (
  doors: Doors,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  conversationIds: readonly ConversationId[] = [],
): void =>
  doors.announce([
    { workspaceId, contactId, conversationIds, messages: [], runIds: [], memberIds: [] },
  ]);
