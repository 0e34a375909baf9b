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

/** Changes the tags of a conversation. */
export const changeConversationTags = (
  lane: LaneDraft,
  id: ConversationId,
  add: readonly string[],
  remove: readonly string[],
): void => {
  const conversation = lane.conversation(id);
  lane.conversations.put({ ...conversation, tags: changedTags(conversation.tags, add, remove) });
};
