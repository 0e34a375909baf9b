import { type ConversationId, type Moment, toTimerId } from "#core/domain";
import { conversationTimers } from "./conversation-timers.ts";
import type { LaneDraft } from "./lane-draft.ts";
import { forgetSilence } from "./silence.ts";

/** Puts an open conversation out of sight until a moment; null, or a moment that has passed, wakes it. */
export const snoozeConversation = (
  lane: LaneDraft,
  id: ConversationId,
  until: Moment | null,
): void => {
  const conversation = lane.conversation(id);
  for (const timer of lane.timersOfConversation(id))
    if (timer.name === conversationTimers.snooze) lane.clearTimer(timer.id);
  const isAhead = until !== null && until > lane.world.now && conversation.status === "open";
  lane.conversations.put({ ...conversation, snoozedUntil: isAhead ? until : null });
  if (!isAhead) return;
  forgetSilence(lane, id);
  lane.setTimer({
    id: toTimerId(lane.ids.next()),
    contactId: lane.contact.id,
    runId: null,
    visitId: null,
    conversationId: id,
    name: conversationTimers.snooze,
    dueAt: until,
  });
};
