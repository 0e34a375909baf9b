import {
  type Conversation,
  day,
  type Event,
  type EventBody,
  limits,
  type Occurrence,
  type Run,
  second,
  type VisitorSession,
} from "#core/domain";
import { appendMessage } from "../lane/append-message.ts";
import { expectFallback, fallBackNow, fallbackAfter } from "../lane/fallback.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import {
  canReopen,
  findOpenConversation,
  findReopenable,
  openConversation,
  reopenConversation,
} from "../lane/open-conversation.ts";
import { returnToAssignee } from "../lane/return-to-assignee.ts";
import { isPhrase } from "../phrases.ts";
import { joinConversation } from "../runs/join-conversation.ts";
import { deliver } from "../runs/move-run.ts";
import { startWorkflows } from "../runs/start-workflows.ts";

type Received = Extract<EventBody, { type: "message_received" }>;

/** Thanks within this time of closing are shown and open nothing again (SPEC 4). */
const thanksWithin = 2 * day;

/** What is written this soon after an answer was taken belongs to it, unless the next question was seen (SPEC 3). */
const filedWithin = 2 * second;

/** Stores what the contact wrote, gives it to the run that waits for it, decides what it starts, and sees that somebody answers. */
export const messageReceived = (lane: LaneDraft, event: Event, body: Received): void => {
  const found = findPlace(lane, body);
  if (found !== null && isThanksOnly(lane, found, body)) return append(lane, event, body, found);
  const place = found ?? openConversation(lane, body.channel);
  const wasSeen = place.contactReadSequence >= place.lastSequence;
  const taker = findTaker(lane, place);
  append(lane, event, body, place);
  if (taker !== null && isFiledWithAnswer(lane, taker, body, wasSeen)) return;
  const asksForPerson = body.asksForPerson === true || saysForPerson(lane, body.text);
  const isAnswered = taker !== null && give(lane, taker, place, body, asksForPerson);
  // An answer that belongs to a survey in a closed conversation leaves it closed.
  const staysClosed = taker?.wait?.keepsClosed === true && isAnswered;
  const opened =
    place.status === "closed" && !staysClosed
      ? "reopened"
      : place.isGreeting && place.status === "open"
        ? "new"
        : null;
  if (opened === "reopened") reopen(lane, place);
  if (opened !== null || taker === null)
    startWorkflows(lane, {
      occurrences: [toOccurrence(body, opened), ...lane.takeOccurred()],
      conversation: lane.conversation(place.id),
      visitorSession: sessionOf(lane, body),
      takenBy: taker?.id ?? null,
    });
  if (taker !== null) return;
  if (asksForPerson && lane.conversation(place.id).floor.holder !== "run")
    fallBackNow(lane, place.id);
  else expectFallback(lane, place.id, fallbackAfter.noTaker);
};

const sessionOf = (lane: LaneDraft, { visitorSessionId }: Received): VisitorSession | null =>
  (visitorSessionId === null ? undefined : lane.visitorSessions.find(visitorSessionId)) ??
  lane.newestSession();

const saysForPerson = (lane: LaneDraft, text: string): boolean =>
  isPhrase(text, lane.world.workspace.settings.phrases.talk_to_person);

/** Thanks after the end are no new question, unless a run waits for what the contact says. */
const isThanksOnly = (
  lane: LaneDraft,
  place: Conversation,
  { text, attachments }: Received,
): boolean =>
  place.status === "closed" &&
  attachments === undefined &&
  place.closedAt !== null &&
  lane.world.now - place.closedAt <= thanksWithin &&
  isPhrase(text, lane.world.workspace.settings.phrases.thanks) &&
  findTaker(lane, place) === null;

/** A second message sent before the next question was seen says nothing about that question. A pressed button does. */
const isFiledWithAnswer = (
  lane: LaneDraft,
  { answeredAt }: Run,
  { quickReplyId }: Received,
  wasSeen: boolean,
): boolean => {
  const isFiled =
    quickReplyId === null &&
    !wasSeen &&
    answeredAt !== null &&
    lane.world.now - answeredAt < filedWithin;
  if (isFiled)
    lane.note({
      code: "filed_with_answer",
      message: "Written before the next question was seen; it belongs to the answer before it.",
    });
  return isFiled;
};

/** Gives the message to the run that waits for it; true when the step took it as its answer and went on. */
const give = (
  lane: LaneDraft,
  taker: Run,
  { id }: Conversation,
  { text, attachments, quickReplyId }: Received,
  asksForPerson: boolean,
): boolean => {
  const before = joinConversation(lane, taker.id, id);
  deliver(lane, before, {
    type: "reply",
    text,
    quickReplyId,
    asksForPerson,
    ...(attachments === undefined ? {} : { attachments }),
  });
  const after = lane.runs.get(taker.id);
  const isTaken = after.visitId !== before.visitId;
  if (isTaken && after.endedAt === null) lane.runs.put({ ...after, answeredAt: lane.world.now });
  return isTaken;
};

const toOccurrence = (
  { text, channel, quickReplyId }: Received,
  opened: "new" | "reopened" | null,
): Occurrence =>
  opened === null
    ? { type: "message_received", text, channel, quickReplyId }
    : { type: "conversation_opened", how: opened, by: "contact", text, channel };

const reopen = (lane: LaneDraft, { id }: Conversation): void => {
  reopenConversation(lane, lane.conversation(id), "contact");
  returnToAssignee(lane, id);
};

const append = (lane: LaneDraft, event: Event, body: Received, place: Conversation): void => {
  const message = appendMessage(lane, place.id, {
    id: body.messageId,
    author: { kind: "contact" },
    text: body.text,
    attachments: body.attachments ?? [],
    quickReplyId: body.quickReplyId,
    sentAt: event.happenedAt,
  });
  lane.conversations.put({
    ...lane.conversation(place.id),
    isGreeting: false,
    contactReadSequence: message.sequence,
    lastContactMessageAt: event.happenedAt,
    lastContactText: body.text.slice(0, limits.lastContactTextCharacters),
    waitingSince: place.waitingSince ?? event.happenedAt,
  });
  const { contact } = lane;
  lane.setContact({
    ...contact,
    lastRepliedAt: event.happenedAt,
    lastSeenAt: Math.max(contact.lastSeenAt, event.happenedAt),
  });
};

/** The conversation a message belongs to: the one it names, the open one, or one closed recently; null for a new one. */
const findPlace = (
  lane: LaneDraft,
  { conversationId, channel, startsConversation }: Received,
): Conversation | null => {
  if (startsConversation === true && conversationId === null) return null;
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
