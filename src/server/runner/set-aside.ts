import {
  type Conversation,
  type Event,
  type EventBody,
  limits,
  type Message,
  type Moment,
  type Problem,
  type Run,
  type RunId,
  toConversationId,
} from "#core/domain";
import type { LaneChanges, LaneState } from "#core/engine";

const PREVIEW_CHARACTERS = 140;

type MessageBody = Extract<
  EventBody,
  { type: "message_received" | "member_message_sent" | "note_added" }
>;

/**
 * What remains of an event that could not be handled: its message stays visible and the run it was moving fails, with its callers and what
 * it called, so that later events of the lane go on without them. A failed run may be taken up again from the step it stood at.
 */
export function setAside(
  lane: LaneState,
  event: Event,
  now: Moment,
): { changes: LaneChanges; problem: Problem } {
  const problem: Problem = {
    code: "internal_problem",
    message: "This could not be processed because of a mistake in Switchboard",
    details: { event_id: event.id, event_type: event.body.type },
  };
  const run = findMovedRun(lane, event.body);
  const failed = run === undefined ? [] : findChain(lane, run);
  const ids = new Set(failed.map(({ id }) => id));
  const written = isMessage(event.body) ? writeMessage(lane, event, event.body, now) : undefined;
  const conversation =
    written?.conversation ?? lane.conversations.find(({ id }) => id === run?.conversationId);
  const freed = conversation === undefined ? [] : [freeFloor(conversation, ids)];
  return {
    problem,
    changes: {
      contact: null,
      visitorSessions: [],
      conversations: freed,
      messages: written === undefined ? [] : [written.message],
      runs: failed.map((one) => failRun(one, problem, now)),
      visits: lane.visits
        .filter(({ id }) => failed.some(({ visitId }) => id === visitId))
        .map((visit) => ({ ...visit, leftAt: now, problem })),
      timersSet: [],
      timersCleared: lane.timers
        .filter(({ runId }) => runId !== null && ids.has(runId))
        .map(({ id }) => id),
      starts: [],
      attention: null,
      goalsSet: [],
      goalsOver: [],
      calls: [],
      deliveries: [],
      decisions: [],
      assignments: [],
    },
  };
}

/** The run with all that wait for its end, and all that were called by one of them: none of them could go on. */
function findChain(lane: LaneState, run: Run): readonly Run[] {
  const chain = new Set([run]);
  for (const { id, parentRunId } of chain)
    for (const other of lane.runs)
      if (other.id === parentRunId || other.parentRunId === id) chain.add(other);
  return [...chain];
}

const isMessage = (body: EventBody): body is MessageBody =>
  body.type === "message_received" ||
  body.type === "member_message_sent" ||
  body.type === "note_added";

function findMovedRun(lane: LaneState, body: EventBody): Run | undefined {
  if (body.type === "assignment_settled")
    return lane.runs.find(({ id }) => id === body.request.runId);
  if ("runId" in body) return lane.runs.find(({ id }) => id === body.runId);
  if (body.type !== "message_received") return undefined;
  const conversation = findConversation(lane, body);
  return lane.runs.find(
    ({ conversationId, wait }) => conversationId === conversation?.id && wait?.takesReply === true,
  );
}

/** The one that is named, else the newest open one: where the message would have gone. */
function findConversation(lane: LaneState, body: MessageBody): Conversation | undefined {
  if (body.conversationId !== null)
    return lane.conversations.find(({ id }) => id === body.conversationId);
  return lane.conversations
    .filter(({ status }) => status === "open")
    .sort((a, b) => b.openedAt - a.openedAt)[0];
}

function writeMessage(
  lane: LaneState,
  event: Event,
  body: MessageBody,
  now: Moment,
): { conversation: Conversation; message: Message } {
  const conversation = findConversation(lane, body) ?? openConversation(lane, event, now);
  const sequence = conversation.lastSequence + 1;
  const isFromContact = body.type === "message_received";
  const isNote = body.type === "note_added";
  const message: Message = {
    id: body.messageId,
    conversationId: conversation.id,
    sequence,
    author: isFromContact ? { kind: "contact" } : { kind: "member", memberId: body.memberId },
    isPublic: !isNote,
    isNote,
    text: body.text,
    quickReplies: [],
    quickReplyId: isFromContact ? body.quickReplyId : null,
    answerInput: null,
    attachments: body.attachments ?? [],
    delivery: "sent",
    sentAt: now,
  };
  const fromContact = {
    isGreeting: false,
    lastContactMessageAt: now,
    lastContactText: body.text.slice(0, limits.lastContactTextCharacters),
    waitingSince: conversation.waitingSince ?? now,
  };
  return {
    message,
    conversation: {
      ...conversation,
      ...(isFromContact ? fromContact : {}),
      lastSequence: sequence,
      lastActivityAt: now,
      preview: isNote ? conversation.preview : previewOf(body),
    },
  };
}

const previewOf = ({ text, attachments = [] }: MessageBody): string =>
  (text === "" ? attachments.map(({ name }) => name).join(", ") : text).slice(
    0,
    PREVIEW_CHARACTERS,
  );

function openConversation(lane: LaneState, event: Event, now: Moment): Conversation {
  return {
    // one event opens at most one conversation, so its id serves
    id: toConversationId(event.id),
    contactId: lane.contact.id,
    channel: event.body.type === "message_received" ? event.body.channel : "widget",
    status: "open",
    priority: "normal",
    assigneeId: null,
    aiAgentId: null,
    teamId: null,
    lastAssigneeId: null,
    tags: [],
    rating: null,
    snoozedUntil: null,
    linkedConversationId: null,
    lastTeamMessageAt: null,
    unansweredSince: null,
    fallbackActedAt: null,
    floor: { holder: "nobody" },
    isGreeting: false,
    lastSequence: 0,
    contactReadSequence: 0,
    memberReadSequence: 0,
    lastContactMessageAt: null,
    lastContactText: "",
    waitingSince: null,
    openedAt: now,
    closedAt: null,
    lastActivityAt: now,
    preview: "",
  };
}

const freeFloor = (conversation: Conversation, runIds: ReadonlySet<RunId>): Conversation =>
  conversation.floor.holder === "run" && runIds.has(conversation.floor.runId)
    ? { ...conversation, floor: { holder: "nobody" } }
    : conversation;

const failRun = (run: Run, problem: Problem, now: Moment): Run => ({
  ...run,
  state: "failed",
  wait: null,
  visitId: null,
  heldEvents: [],
  endedAt: now,
  outcome: { kind: "stopped", stepId: run.stepId },
  stepId: null,
  problem,
});
