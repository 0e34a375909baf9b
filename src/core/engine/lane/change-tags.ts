import type { ConversationId } from "#core/domain";
import type { LaneDraft } from "./lane-draft.ts";

/** Most tags one contact or conversation carries. */
const mostTags = 100;

/** Adds tags that are not there yet and removes others; the order in which they came stays. */
export const changedTags = (
  tags: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): readonly string[] =>
  [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).slice(0, mostTags);

/** Tells which tags came and went. */
export const tellTags = (
  lane: LaneDraft,
  of: "contact" | "conversation",
  before: readonly string[],
  after: readonly string[],
  conversationId: ConversationId | null,
): void => {
  for (const tag of after)
    if (!before.includes(tag))
      lane.occur({ type: "tag_changed", of, tag, change: "added" }, conversationId);
  for (const tag of before)
    if (!after.includes(tag))
      lane.occur({ type: "tag_changed", of, tag, change: "removed" }, conversationId);
};

/** Changes the tags of a conversation. */
export const changeConversationTags = (
  lane: LaneDraft,
  id: ConversationId,
  add: readonly string[],
  remove: readonly string[],
): void => {
  const conversation = lane.conversation(id);
  const tags = changedTags(conversation.tags, add, remove);
  lane.conversations.put({ ...conversation, tags });
  tellTags(lane, "conversation", conversation.tags, tags, id);
};
