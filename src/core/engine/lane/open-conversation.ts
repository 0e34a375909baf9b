import { type Channel, type Conversation, day, type Doer, toConversationId } from "#core/domain";
import { appendSystemLine } from "./append-message.ts";
import type { LaneDraft } from "./lane-draft.ts";

/** A contact's message within this time of closing opens the conversation again (SPEC 4). */
const reopenWithin = 7 * day;

/** Makes a conversation of this contact; a greeting until the contact writes. */
export const openConversation = (lane: LaneDraft, channel: Channel): Conversation =>
  lane.conversations.put({
    id: toConversationId(lane.ids.next()),
    contactId: lane.contact.id,
    channel,
    status: "open",
    priority: "normal",
    assigneeId: null,
    aiAgentId: null,
    teamId: null,
    lastAssigneeId: null,
    floor: { holder: "nobody" },
    tags: [],
    rating: null,
    snoozedUntil: null,
    linkedConversationId: null,
    isGreeting: true,
    lastSequence: 0,
    contactReadSequence: 0,
    memberReadSequence: 0,
    lastContactMessageAt: null,
    lastContactText: "",
    lastTeamMessageAt: null,
    unansweredSince: null,
    fallbackActedAt: null,
    waitingSince: null,
    openedAt: lane.world.now,
    closedAt: null,
    lastActivityAt: lane.world.now,
    preview: "",
  });

/** Opens a closed conversation again; its assignee and team stay. */
export const reopenConversation = (
  lane: LaneDraft,
  conversation: Conversation,
  by: Doer,
): Conversation => {
  lane.conversations.put({
    ...conversation,
    status: "open",
    closedAt: null,
    lastActivityAt: lane.world.now,
  });
  appendSystemLine(lane, conversation.id, "Conversation reopened");
  lane.occur({ type: "conversation_reopened", by, channel: conversation.channel }, conversation.id);
  return lane.conversation(conversation.id);
};

/** Finds the contact's open conversation on a channel, the newest first. */
export const findOpenConversation = (lane: LaneDraft, channel: Channel): Conversation | null =>
  findNewest(lane, (row) => row.channel === channel && row.status === "open");

/** Finds the newest conversation on a channel that closed recently enough to be reopened by a message. */
export const findReopenable = (lane: LaneDraft, channel: Channel): Conversation | null =>
  findNewest(lane, (row) => row.channel === channel && canReopen(lane, row));

/** Tells whether a message now opens this closed conversation again. */
export const canReopen = (lane: LaneDraft, { status, closedAt }: Conversation): boolean =>
  status === "closed" && closedAt !== null && lane.world.now - closedAt <= reopenWithin;

const findNewest = (lane: LaneDraft, fits: (row: Conversation) => boolean): Conversation | null => {
  let newest: Conversation | null = null;
  for (const row of lane.conversations.values())
    if (fits(row) && (newest === null || row.openedAt >= newest.openedAt)) newest = row;
  return newest;
};
