import type { Conversation, Event, EventBody, Run } from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import {
  canReopen,
  findOpenConversation,
  findReopenable,
  openConversation,
  reopenConversation,
} from "../lane/open-conversation.ts";
import type { Occurrence } from "../occurrence.ts";
import { deliver } from "../runs/move-run.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

type Received = Extract<EventBody, { type: "message_received" }>;

/** Stores what the contact wrote, gives it to the run that waits for it, and decides what it starts. */
export const messageReceived = (lane: LaneDraft, event: Event, body: Received): void => {
  const { conversation, opened } = receive(lane, event, body);
  const taker = findTaker(lane, conversation);
  const visitorSession =
    (body.visitorSessionId === null
      ? undefined
      : lane.visitorSessions.find(body.visitorSessionId)) ?? lane.newestSession();
  if (taker !== null) {
    if (taker.conversationId === null) lane.runs.put({ ...taker, conversationId: conversation.id });
    deliver(lane, lane.runs.get(taker.id), {
      type: "reply",
      text: body.text,
      quickReplyId: body.quickReplyId,
      asksForPerson: false,
    });
  }
  if (opened === null && taker !== null) return;
  startWorkflows(lane, {
    occurrences: [toOccurrence(body, opened)],
    conversation: lane.conversation(conversation.id),
    visitorSession,
    takenBy: taker?.id ?? null,
  });
};

const toOccurrence = (
  { text, channel, quickReplyId }: Received,
  opened: Receipt["opened"],
): Occurrence =>
  opened === null
    ? { type: "message_received", text, channel, quickReplyId }
    : { type: "conversation_opened", how: opened, by: "contact", text, channel };

interface Receipt {
  readonly conversation: Conversation;
  readonly opened: "new" | "reopened" | null;
}

const receive = (lane: LaneDraft, event: Event, body: Received): Receipt => {
  const found = findPlace(lane, body);
  const isReopened = found?.status === "closed";
  const conversation =
    found === null
      ? openConversation(lane, body.channel)
      : isReopened
        ? reopenConversation(lane, found)
        : found;
  const message = appendMessage(lane, conversation.id, {
    id: body.messageId,
    author: { kind: "contact" },
    text: body.text,
    quickReplyId: body.quickReplyId,
    sentAt: event.happenedAt,
  });
  lane.conversations.put({
    ...lane.conversation(conversation.id),
    isGreeting: false,
    contactReadSequence: message.sequence,
    lastContactMessageAt: event.happenedAt,
    waitingSince: conversation.waitingSince ?? event.happenedAt,
  });
  const { contact } = lane;
  lane.setContact({
    ...contact,
    lastRepliedAt: event.happenedAt,
    lastSeenAt: Math.max(contact.lastSeenAt, event.happenedAt),
  });
  return {
    conversation: lane.conversation(conversation.id),
    opened: isReopened ? "reopened" : conversation.isGreeting ? "new" : null,
  };
};

/** The conversation a message belongs to: the one it names, the open one, or one closed recently; null for a new one. */
const findPlace = (lane: LaneDraft, { conversationId, channel }: Received): Conversation | null => {
  const named = conversationId === null ? undefined : lane.conversations.find(conversationId);
  if (named !== undefined && (named.status === "open" || canReopen(lane, named))) return named;
  return findOpenConversation(lane, channel) ?? findReopenable(lane, channel);
};

/** The run that waits for the contact's next message here: the one with the floor first, then the newest, then one that has not spoken yet. */
const findTaker = (lane: LaneDraft, conversation: Conversation): Run | null => {
  const waiting = lane
    .activeRuns()
    .filter(
      (run) =>
        run.wait?.takesReply === true &&
        (run.conversationId === conversation.id || run.conversationId === null),
    );
  const { floor } = conversation;
  return (
    waiting.find((run) => floor.holder === "run" && floor.runId === run.floorRunId) ??
    waiting.findLast((run) => run.conversationId !== null) ??
    waiting.at(-1) ??
    null
  );
};
