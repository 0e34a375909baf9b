import {
  type ContactId,
  type ConversationId,
  type WorkspaceId,
  toContactId,
  toMessageId,
} from "#core/domain";
import type { NewEvent } from "#server/accept";
import { newUuid } from "#server/platform";

export const newContactId = () => toContactId(newUuid());

/** What a visitor writes, as the widget's door would tell it; the message's id is the source key. */
export function aMessage(message: {
  workspaceId: WorkspaceId;
  contactId: ContactId;
  text: string;
  conversationId?: ConversationId | null;
  messageId?: string;
}): NewEvent {
  const messageId = toMessageId(message.messageId ?? newUuid());
  return {
    workspaceId: message.workspaceId,
    contactId: message.contactId,
    door: "widget",
    sourceKey: messageId,
    createsContact: true,
    body: {
      type: "message_received",
      conversationId: message.conversationId ?? null,
      messageId,
      channel: "widget",
      text: message.text,
      quickReplyId: null,
      visitorSessionId: null,
    },
  };
}
