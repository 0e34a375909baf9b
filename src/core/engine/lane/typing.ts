import { type ConversationId, second, toTimerId } from "#core/domain";
import { conversationTimers } from "./conversation-timers.ts";
import type { LaneDraft } from "./lane-draft.ts";

/** A run's next message waits this long after a member's last key (SPEC 4 "Takeover"). */
const typingLasts = 60 * second;

/** Tells whether a member is writing in a conversation. */
export const isMemberTyping = (lane: LaneDraft, id: ConversationId): boolean =>
  lane.timersOfConversation(id).some(({ name }) => name === conversationTimers.typing);

/** Notes that a member has just written a character. */
export const noteTyping = (lane: LaneDraft, id: ConversationId): void => {
  endTyping(lane, id);
  lane.setTimer({
    id: toTimerId(lane.ids.next()),
    contactId: lane.contact.id,
    runId: null,
    visitId: null,
    conversationId: id,
    name: conversationTimers.typing,
    dueAt: lane.world.now + typingLasts,
  });
};

/** Notes that the member has sent what they wrote, or stopped. */
export const endTyping = (lane: LaneDraft, id: ConversationId): void => {
  for (const timer of lane.timersOfConversation(id))
    if (timer.name === conversationTimers.typing) lane.clearTimer(timer.id);
};
