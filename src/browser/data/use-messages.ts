import { endpoints, type MessageBody } from "#contract";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import { keys } from "./keys.ts";
import { type MessageList, leavesGap, mergeMessages, newestSequence } from "./message-list.ts";
import { forgetTyping } from "./typing.ts";

/** So many of the newest held ones are read again on a refetch: their delivery state may have moved. */
const reread = 30;

const loadNewest = async (conversationId: string): Promise<MessageList> => {
  const page = await call(endpoints.listMessages, {
    params: { conversation_id: conversationId },
    query: { limit: 60 },
  });
  return { items: page.items, hasOlder: page.has_more };
};

const loadAfter = async (conversationId: string, sequence: number) => {
  const items: MessageBody[] = [];
  let after = sequence;
  let hasMore = true;
  while (hasMore) {
    // each page starts where the one before ended
    // oxlint-disable-next-line no-await-in-loop
    const page = await call(endpoints.listMessages, {
      params: { conversation_id: conversationId },
      query: { after, limit: 200 },
    });
    items.push(...page.items);
    after = page.items.at(-1)?.sequence ?? after;
    hasMore = page.has_more && page.items.length > 0;
  }
  return items;
};

/** Fills the cache: from nothing the newest page, later only what is new, keeping older pages that were read. */
const loadMessages = async (client: QueryClient, conversationId: string): Promise<MessageList> => {
  const held = client.getQueryData<MessageList>(keys.messages(conversationId));
  if (held === undefined || held.items.length === 0) {
    const loaded = await loadNewest(conversationId);
    const meanwhile = client.getQueryData<MessageList>(keys.messages(conversationId))?.items ?? [];
    return { ...loaded, items: mergeMessages(loaded.items, meanwhile) };
  }
  const first = held.items[0]?.sequence ?? 1;
  const news = await loadAfter(conversationId, Math.max(first - 1, newestSequence(held) - reread));
  const now = client.getQueryData<MessageList>(keys.messages(conversationId)) ?? held;
  return { ...now, items: mergeMessages(now.items, news) };
};

/** Messages of a conversation, oldest first; kept true by the socket while it is watched. */
export const useMessages = (conversationId: string) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.messages(conversationId),
    queryFn: () => loadMessages(client, conversationId),
  });
};

/** Reads the page of messages before the oldest held. */
export const useOlderMessages = (conversationId: string) => {
  const client = useQueryClient();
  const key = keys.messages(conversationId);
  return useMutation({
    mutationFn: async () => {
      const oldest = client.getQueryData<MessageList>(key)?.items[0]?.sequence;
      if (oldest === undefined || oldest <= 1) return null;
      return call(endpoints.listMessages, {
        params: { conversation_id: conversationId },
        query: { before: oldest, limit: 60 },
      });
    },
    onSuccess: (page) =>
      client.setQueryData<MessageList>(
        key,
        (list) =>
          list && {
            items: mergeMessages(list.items, page?.items ?? []),
            hasOlder: page?.has_more ?? false,
          },
      ),
  });
};

/** Adds a message that came; a hole before it is filled by a fetch first. */
export const applyMessage = (client: QueryClient, message: MessageBody) => {
  const key = keys.messages(message.conversation_id);
  forgetTyping(message.conversation_id);
  const list = client.getQueryData<MessageList>(key);
  if (list === undefined) return;
  if (leavesGap(list, message)) void client.invalidateQueries({ queryKey: key });
  else
    client.setQueryData<MessageList>(key, { ...list, items: mergeMessages(list.items, [message]) });
};
