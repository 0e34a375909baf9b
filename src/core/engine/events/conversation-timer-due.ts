import type { ConversationId, Moment } from "#core/domain";
import { conversationTimers } from "../lane/conversation-timers.ts";
import { expectFallback, fallBack, fallbackAfter, isFallbackDue } from "../lane/fallback.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { silenceDue } from "../lane/silence.ts";
import { snoozeConversation } from "../lane/snooze-conversation.ts";

/** Does what a moment of a conversation was set for. */
export const conversationTimerDue = (
  lane: LaneDraft,
  id: ConversationId,
  { name, dueAt }: { readonly name: string; readonly dueAt: Moment },
): void => {
  const conversation = lane.conversations.find(id);
  if (conversation === undefined)
    return lane.note({
      code: "conversation_not_found",
      message: "This contact has no such conversation.",
    });
  const { snoozedUntil } = conversation;
  if (
    name === conversationTimers.snooze &&
    snoozedUntil !== null &&
    snoozedUntil <= lane.world.now
  ) {
    snoozeConversation(lane, id, null);
    return expectFallback(lane, id, fallbackAfter.noTaker);
  }
  if (name === conversationTimers.fallback && isFallbackDue(conversation, dueAt))
    return fallBack(lane, id);
  if (name.startsWith(conversationTimers.silence) && silenceDue(lane, id, name)) return;
  // Nothing is kept of a member's typing: that nobody types any more is all there is to it.
  if (name !== conversationTimers.typing)
    lane.note({
      code: "stale_timer",
      message: "Nothing waits for this moment any more.",
      details: { timer: name },
    });
};
