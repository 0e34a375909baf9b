import type { VisitorConversationBody } from "#contract";
import type { VisitorConversation } from "#server/store";
import { firstName } from "../presenters/present-message.ts";
import { presentMoment } from "../presenters/present-moment.ts";

/** A conversation as its contact sees it: only public messages count. */
export function presentVisitorConversation({
  conversation,
  assigneeName,
  unreadCount,
}: VisitorConversation): VisitorConversationBody {
  return {
    id: conversation.id,
    status: conversation.status,
    last_sequence: conversation.lastSequence,
    contact_read_sequence: conversation.contactReadSequence,
    member_read_sequence: conversation.memberReadSequence,
    assignee_name: firstName(assigneeName),
    is_automated: conversation.floor.holder === "run" || conversation.floor.holder === "ai_agent",
    unread_count: unreadCount,
    last_activity_at: presentMoment(conversation.lastActivityAt),
    preview: conversation.preview,
  };
}
