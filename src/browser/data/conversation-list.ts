import type { ConversationBody } from "#contract";
import type { InfiniteData } from "@tanstack/react-query";
import type { ConversationFilter } from "./keys.ts";

interface ConversationPage {
  readonly items: readonly ConversationBody[];
  readonly next_cursor: string | null;
}
export type ConversationPages = InfiniteData<ConversationPage>;

/** Whether a conversation stands in a view, as the server would say. */
export const isInView = (
  conversation: ConversationBody,
  filter: ConversationFilter,
  myId: string | null,
) => {
  if (filter.teamId !== undefined && conversation.team_id !== filter.teamId) return false;
  if (filter.contactId !== undefined && conversation.contact.id !== filter.contactId) return false;
  if (filter.view === "closed") return conversation.status === "closed";
  if (conversation.status === "closed") return false;
  if (filter.view === "mine")
    return conversation.assignee_id !== null && conversation.assignee_id === myId;
  return filter.view === "unassigned" ? conversation.assignee_id === null : true;
};

const isBefore = (one: ConversationBody, other: ConversationBody) =>
  one.last_activity_at === other.last_activity_at
    ? one.id > other.id
    : one.last_activity_at > other.last_activity_at;

/**
 * Puts a changed conversation where it belongs in the loaded pages, newest activity first, or takes it out.
 * One that belongs behind the last loaded page stays out: the page that holds it brings it.
 */
export const placeConversation = (
  data: ConversationPages,
  conversation: ConversationBody,
  filter: ConversationFilter,
  myId: string | null,
): ConversationPages => {
  const without = data.pages.map((page) => ({
    ...page,
    items: page.items.filter((one) => one.id !== conversation.id),
  }));
  if (!isInView(conversation, filter, myId)) return { ...data, pages: without };
  const target = without.findIndex(
    (page) => page.next_cursor === null || page.items.some((one) => isBefore(conversation, one)),
  );
  if (target === -1) return { ...data, pages: without };
  const pages = without.map((page, index) => {
    if (index !== target) return page;
    const found = page.items.findIndex((one) => isBefore(conversation, one));
    const place = found === -1 ? page.items.length : found;
    return {
      ...page,
      items: [...page.items.slice(0, place), conversation, ...page.items.slice(place)],
    };
  });
  return { ...data, pages };
};

/** All loaded conversations in order, each once though pages may overlap. */
export const flattenConversations = (data: ConversationPages | undefined) => {
  const seen = new Set<string>();
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((one) => {
      if (seen.has(one.id)) return false;
      seen.add(one.id);
      return true;
    });
};
