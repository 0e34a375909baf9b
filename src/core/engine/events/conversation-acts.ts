import type { Event, EventBody } from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import { changeConversationTags } from "../lane/change-tags.ts";
import { giveFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { openConversation } from "../lane/open-conversation.ts";
import { snoozeConversation } from "../lane/snooze-conversation.ts";
import { noteTyping } from "../lane/typing.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

/** A member or the API writes first: a conversation is opened for the contact to answer in. */
export const conversationStarted = (
  lane: LaneDraft,
  event: Event,
  body: Extract<EventBody, { type: "conversation_started" }>,
): void => {
  const { id } = openConversation(lane, body.channel);
  appendMessage(lane, id, {
    id: body.messageId,
    author:
      body.memberId === null ? { kind: "system" } : { kind: "member", memberId: body.memberId },
    text: body.text,
    sentAt: event.happenedAt,
  });
  lane.conversations.put({ ...lane.conversation(id), isGreeting: false });
  if (body.memberId !== null) giveFloor(lane, id, { holder: "person", memberId: body.memberId });
  lane.setContact({ ...lane.contact, lastContactedAt: event.happenedAt });
  startWorkflows(lane, {
    occurrences: [
      {
        type: "conversation_opened",
        how: "new",
        by: body.memberId === null ? "api" : "member",
        text: body.text,
        channel: body.channel,
      },
    ],
    conversation: lane.conversation(id),
    visitorSession: lane.newestSession(),
    takenBy: null,
  });
};

export const conversationSnoozed = (
  lane: LaneDraft,
  { conversationId, until }: Extract<EventBody, { type: "conversation_snoozed" }>,
): void => {
  const conversation = lane.conversations.find(conversationId);
  if (conversation?.status !== "open")
    return lane.note({
      code: "conversation_not_open",
      message: "Only an open conversation can be snoozed.",
    });
  snoozeConversation(lane, conversationId, until);
};

/** A person changed priority or tags. */
export const conversationChanged = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "conversation_changed" }>,
): void => {
  const conversation = lane.conversations.find(body.conversationId);
  if (conversation === undefined)
    return lane.note({
      code: "conversation_not_found",
      message: "This contact has no such conversation.",
    });
  if (body.priority !== undefined)
    lane.conversations.put({ ...conversation, priority: body.priority });
  changeConversationTags(lane, conversation.id, body.addTags ?? [], body.removeTags ?? []);
};

/** A member is writing: the next message of a run waits. */
export const memberTyped = (
  lane: LaneDraft,
  { conversationId }: Extract<EventBody, { type: "member_typed" }>,
): void => {
  const conversation = lane.conversations.find(conversationId);
  if (conversation?.status === "open") noteTyping(lane, conversationId);
};
