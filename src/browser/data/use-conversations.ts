import {
  type ConversationBody,
  type ConversationDetailBody,
  endpoints,
  type MeBody,
} from "#contract";
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { z } from "zod";
import { type RequestOf, call } from "./call.ts";
import { type ConversationPages, placeConversation } from "./conversation-list.ts";
import { type ConversationFilter, keys } from "./keys.ts";
import { at, paging } from "./paging.ts";

/** Conversations of a view, newest activity first, page by page; kept true by the socket. */
export const useConversations = (filter: ConversationFilter) =>
  useInfiniteQuery({
    queryKey: keys.conversationList(filter),
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listConversations, {
        query: {
          view: filter.view,
          limit: 40,
          ...(filter.teamId === undefined ? {} : { team_id: filter.teamId }),
          ...(filter.contactId === undefined ? {} : { contact_id: filter.contactId }),
          ...at(pageParam),
        },
        signal,
      }),
    ...paging,
  });

/** How many conversations stand in each view. */
export const useConversationCounts = () =>
  useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => call(endpoints.countConversations, { signal }),
  });

/** One conversation with its contact, visitor, runs and the reason of its assignment. */
export const useConversation = (conversationId: string) =>
  useQuery({
    queryKey: keys.conversation(conversationId),
    queryFn: ({ signal }) =>
      call(endpoints.getConversation, { params: { conversation_id: conversationId }, signal }),
  });

const filterSchema = z.tuple([
  z.literal("conversations"),
  z.literal("list"),
  z.object({
    view: z.enum(["mine", "unassigned", "all", "closed"]),
    teamId: z.string().exactOptional(),
    contactId: z.string().exactOptional(),
  }),
]);

const countsDelay = 400;
let isCounting = false;

/** Counts again soon, once for many changes. */
const countSoon = (client: QueryClient) => {
  if (isCounting) return;
  isCounting = true;
  setTimeout(() => {
    isCounting = false;
    void client.invalidateQueries({ queryKey: keys.counts });
  }, countsDelay);
};

/** Whether what only the detail says (contact fields, reason of assignment, runs) may have changed with it. */
const needsDetail = (before: ConversationBody, after: ConversationBody) =>
  before.assignee_id !== after.assignee_id ||
  before.status !== after.status ||
  before.floor.holder !== after.floor.holder ||
  before.contact.display_name !== after.contact.display_name ||
  before.contact.email !== after.contact.email;

/** Puts a conversation's newest state into every list and its open detail. */
export const applyConversation = (client: QueryClient, conversation: ConversationBody) => {
  const myId = client.getQueryData<MeBody | null>(keys.me)?.member.id ?? null;
  for (const [key, data] of client.getQueriesData<ConversationPages>({
    queryKey: keys.conversationLists,
  })) {
    const parsed = filterSchema.safeParse(key);
    if (data !== undefined && parsed.success)
      client.setQueryData(key, placeConversation(data, conversation, parsed.data[2], myId));
  }
  const key = keys.conversation(conversation.id);
  const before = client.getQueryData<ConversationDetailBody>(key);
  if (before !== undefined) {
    client.setQueryData<ConversationDetailBody>(key, { ...before, conversation });
    if (needsDetail(before.conversation, conversation))
      void client.invalidateQueries({ queryKey: key });
  }
  countSoon(client);
};

/** Gives the conversation to a member, a team, both or nobody. */
export const useAssign = (conversationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.assignConversation>["body"]) =>
      call(endpoints.assignConversation, { params: { conversation_id: conversationId }, body }),
    onSuccess: (conversation) => applyConversation(client, conversation),
  });
};

/** Closes the conversation. */
export const useClose = (conversationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      call(endpoints.closeConversation, { params: { conversation_id: conversationId } }),
    onSuccess: (conversation) => applyConversation(client, conversation),
  });
};

/** Opens a closed conversation again. */
export const useReopen = (conversationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      call(endpoints.reopenConversation, { params: { conversation_id: conversationId } }),
    onSuccess: (conversation) => applyConversation(client, conversation),
  });
};

/** Tells the server that the team has seen everything up to a message. */
export const useMarkRead = (conversationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sequence: number) =>
      call(endpoints.readConversation, {
        params: { conversation_id: conversationId },
        body: { sequence },
      }),
    onSuccess: (conversation) => applyConversation(client, conversation),
  });
};
