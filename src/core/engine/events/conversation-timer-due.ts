import type { ConversationId } from "#core/domain";
import { conversationTimers } from "../lane/conversation-timers.ts";
import { fallbackDue } from "../lane/fallback.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { snoozeConversation } from "../lane/snooze-conversation.ts";

/** Does what a moment of a conversation was set for. */
export const conversationTimerDue = (lane: LaneDraft, id: ConversationId, name: string): void => {
  if (lane.conversations.find(id) === undefined)
    return lane.note({
      code: "conversation_not_found",
      message: "This contact has no such conversation.",
    });
  if (name === conversationTimers.snooze) return snoozeConversation(lane, id, null);
  if (name === conversationTimers.fallback) return fallbackDue(lane, id);
};
