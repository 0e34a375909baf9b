import type { Conversation, ConversationId, Event, EventBody, MemberId } from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import { closeConversation } from "../lane/close-conversation.ts";
import { freeFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { reopenConversation } from "../lane/open-conversation.ts";
import { endTyping } from "../lane/typing.ts";
import { continueRun, pauseRun, skipStep, takeOver } from "../runs/control-run.ts";
import { endRun } from "../runs/end-run.ts";
import { deliver } from "../runs/move-run.ts";

/** A member spoke to the contact: they have the floor from now on. */
export const memberMessageSent = (
  lane: LaneDraft,
  event: Event,
  body: Extract<EventBody, { type: "member_message_sent" }>,
): void => {
  const found = findConversation(lane, body.conversationId);
  if (found === null) return;
  if (found.status === "closed") reopenConversation(lane, found, "member");
  const message = appendMessage(lane, found.id, {
    id: body.messageId,
    author: { kind: "member", memberId: body.memberId },
    text: body.text,
    attachments: body.attachments ?? [],
    sentAt: event.happenedAt,
  });
  endTyping(lane, found.id);
  const conversation = lane.conversation(found.id);
  lane.conversations.put({
    ...conversation,
    isGreeting: false,
    aiAgentId: null,
    fallbackActedAt: null,
    waitingSince: null,
    memberReadSequence: message.sequence,
  });
  lane.setContact({ ...lane.contact, lastContactedAt: event.happenedAt });
  takeOver(lane, found.id, body.memberId);
};

/** A note is for the team: it never pauses a run and moves no floor. */
export const noteAdded = (
  lane: LaneDraft,
  event: Event,
  body: Extract<EventBody, { type: "note_added" }>,
): void => {
  const conversation = findConversation(lane, body.conversationId);
  if (conversation === null) return;
  const author = { kind: "member", memberId: body.memberId } as const;
  appendMessage(lane, conversation.id, {
    id: body.messageId,
    author,
    text: body.text,
    attachments: body.attachments ?? [],
    isPublic: false,
    isNote: true,
    sentAt: event.happenedAt,
  });
};

/** A person chose assignee and team: a run that waits for an assignee has one, and the assignee has the floor. */
export const conversationAssigned = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "conversation_assigned" }>,
): void => {
  const conversation = findConversation(lane, body.conversationId);
  if (conversation === null) return;
  const { memberId, teamId } = body;
  lane.conversations.put({
    ...conversation,
    assigneeId: memberId,
    aiAgentId: null,
    lastAssigneeId: memberId ?? conversation.assigneeId ?? conversation.lastAssigneeId,
    teamId,
    lastActivityAt: lane.world.now,
  });
  if (memberId === null) {
    if (conversation.floor.holder === "person" || conversation.floor.holder === "ai_agent")
      freeFloor(lane, conversation.id);
    return;
  }
  for (const run of lane.activeRuns()) {
    if (run.conversationId !== conversation.id || run.wait?.for !== "assignee") continue;
    deliver(lane, run, {
      type: "assignment",
      outcome: {
        kind: "assigned",
        memberId,
        teamId,
        explanation: { policy: "direct", candidates: [] },
      },
    });
  }
  if (lane.conversation(conversation.id).status === "open")
    takeOver(lane, conversation.id, memberId);
};

export const conversationClosed = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "conversation_closed" }>,
): void => {
  const conversation = findConversation(lane, body.conversationId);
  if (conversation !== null)
    closeConversation(lane, conversation.id, null, doerOf(body.byMemberId));
};

export const conversationReopened = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "conversation_reopened" }>,
): void => {
  const conversation = findConversation(lane, body.conversationId);
  if (conversation?.status === "closed")
    reopenConversation(lane, conversation, doerOf(body.byMemberId));
};

/** A person paused, continued, skipped or ended a run. */
export const runControlled = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "run_controlled" }>,
): void => {
  const run = lane.runs.find(body.runId);
  if (run === undefined)
    return lane.note({ code: "run_not_active", message: "The run has already ended." });
  switch (body.control) {
    case "pause":
      return run.state === "waiting"
        ? pauseRun(lane, run)
        : lane.note({ code: "run_not_waiting", message: "Only a waiting run can be paused." });
    case "continue":
    case "ask_again":
    case "skip": {
      const problem =
        body.control === "skip"
          ? skipStep(lane, run, body.byMemberId)
          : continueRun(lane, run, body.control === "ask_again");
      return problem === null ? undefined : lane.note(problem);
    }
    case "end":
      return endRun(lane, run.id, {
        state: "cancelled",
        problem: { code: "ended_by_hand", message: "A person ended the run." },
      });
  }
};

/** Both sides only ever read forward, and never past the newest message. */
export const messagesRead = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "messages_read" }>,
): void => {
  const conversation = findConversation(lane, body.conversationId);
  if (conversation === null) return;
  const key = body.by === "contact" ? "contactReadSequence" : "memberReadSequence";
  const sequence = Math.min(body.sequence, conversation.lastSequence);
  if (sequence > conversation[key]) lane.conversations.put({ ...conversation, [key]: sequence });
};

const doerOf = (memberId: MemberId | null): "member" | "api" =>
  memberId === null ? "api" : "member";

const findConversation = (lane: LaneDraft, id: ConversationId): Conversation | null => {
  const conversation = lane.conversations.find(id);
  if (conversation === undefined)
    lane.note({
      code: "conversation_not_found",
      message: "This contact has no such conversation.",
    });
  return conversation ?? null;
};
