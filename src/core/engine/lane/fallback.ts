import {
  type Conversation,
  type ConversationId,
  minute,
  type Moment,
  second,
  toTimerId,
} from "#core/domain";
import { appendMessage } from "./append-message.ts";
import { conversationTimers } from "./conversation-timers.ts";
import { giveFloor } from "./floor.ts";
import type { LaneDraft } from "./lane-draft.ts";

/** How long something else may still answer (SPEC 4 "The fallback"): after a run's end the fallback acts within 60 s. */
export const fallbackAfter = { runEnded: 20 * second, noTaker: 5 * minute } as const;

/** Tells whether the contact waits in vain: their last message has no reply, and nobody has or will have the conversation. */
const isLeftAlone = (conversation: Conversation): boolean =>
  conversation.unansweredSince !== null && hasNobody(conversation);

/** Whoever snoozes a conversation knows of it. */
const hasNobody = (conversation: Conversation): boolean =>
  conversation.status === "open" &&
  conversation.snoozedUntil === null &&
  conversation.floor.holder === "nobody" &&
  conversation.assigneeId === null &&
  conversation.aiAgentId === null;

/** Sets the moment at which the fallback looks again, unless an earlier one is set or it has acted already. */
export const expectFallback = (lane: LaneDraft, id: ConversationId, milliseconds: number): void => {
  const conversation = lane.conversation(id);
  if (!isFallbackDue(conversation)) return;
  const dueAt = lane.world.now + milliseconds;
  for (const timer of lane.timersOfConversation(id)) {
    if (timer.name !== conversationTimers.fallback) continue;
    if (timer.dueAt <= dueAt) return;
    lane.clearTimer(timer.id);
  }
  lane.setTimer({
    id: toTimerId(lane.ids.next()),
    contactId: lane.contact.id,
    runId: null,
    visitId: null,
    conversationId: id,
    name: conversationTimers.fallback,
    dueAt,
  });
};

/** Tells whether the contact is left alone, since before a moment if one is given, and the fallback has not acted yet. */
export const isFallbackDue = (conversation: Conversation, dueAt?: Moment): boolean =>
  conversation.fallbackActedAt === null &&
  isLeftAlone(conversation) &&
  (dueAt === undefined || (conversation.unansweredSince ?? dueAt) < dueAt);

/** Clears the moments of conversations in which the contact is no longer left alone. */
export const forgetNeedlessFallbacks = (lane: LaneDraft): void => {
  for (const conversation of lane.conversations.changed()) {
    if (isFallbackDue(conversation)) continue;
    for (const timer of lane.timersOfConversation(conversation.id))
      if (timer.name === conversationTimers.fallback) lane.clearTimer(timer.id);
  }
};

/** Hands the contact to people at once, because they asked for one. A person who has the conversation already is enough. */
export const fallBackNow = (lane: LaneDraft, id: ConversationId): void => {
  const { status, floor, assigneeId, fallbackActedAt } = lane.conversation(id);
  if (status !== "open" || floor.holder === "person" || fallbackActedAt !== null) return;
  if (floor.holder === "ai_agent") giveFloor(lane, id, { holder: "nobody" });
  if (assigneeId === null) fallBack(lane, id);
};

/** Says the workspace's message, if it has one, and asks for an assignee; nobody free leaves it in the team's queue. */
export const fallBack = (lane: LaneDraft, id: ConversationId): void => {
  const { message, team_id } = lane.world.workspace.settings.fallback;
  const conversation = lane.conversation(id);
  lane.conversations.put({ ...conversation, aiAgentId: null, fallbackActedAt: lane.world.now });
  if (message.trim() !== "") appendMessage(lane, id, { author: { kind: "system" }, text: message });
  const teamId = team_id ?? conversation.teamId;
  lane.requests.push({
    key: `fallback:${lane.event.id}:${id}`,
    runId: null,
    visitId: null,
    conversationId: id,
    target: teamId === null ? { kind: "workspace" } : { kind: "team", teamId },
    policy: "round_robin",
    onlineOnly: false,
    openLimit: null,
  });
};
