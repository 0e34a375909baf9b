import type { VisitorConversationBody, VisitorMessageBody } from "#contract";
import type { MessagePage } from "../wire/read-wire.ts";
import { emptyThread, type ChatState, type Shown, type Thread } from "./chat-state.ts";

/** Puts messages into a thread: by sequence, each id once, whatever order and however often they come. */
const withMessages = (thread: Thread, messages: readonly VisitorMessageBody[]): Thread => {
  const byId = new Map(thread.messages.map((message) => [message.id, message]));
  for (const message of messages) byId.set(message.id, message);
  return { ...thread, messages: [...byId.values()].sort((a, b) => a.sequence - b.sequence) };
};

/** One message arrived by socket. It extends what is known without holes only when it is the very next one. */
export const messageArrived = (state: ChatState, message: VisitorMessageBody): ChatState => {
  const thread = withMessages(state.threads[message.conversation_id] ?? emptyThread, [message]);
  const syncedThrough =
    message.sequence === thread.syncedThrough + 1 ? message.sequence : thread.syncedThrough;
  return {
    ...state,
    threads: { ...state.threads, [message.conversation_id]: { ...thread, syncedThrough } },
    outbox: state.outbox.filter((outgoing) => outgoing.id !== message.id),
    shown: whereItWent(state, message),
    typing:
      message.author.kind !== "contact" && state.typing?.conversationId === message.conversation_id
        ? null
        : state.typing,
  };
};

/** Who has written stays with what they wrote: in the conversation it made, or that took it in place of a closed one. */
const whereItWent = (state: ChatState, message: VisitorMessageBody): Shown => {
  const sent = state.outbox.find((outgoing) => outgoing.id === message.id);
  const { shown } = state;
  const isShown =
    sent !== undefined &&
    (shown.kind === "new"
      ? sent.starts_conversation
      : shown.kind === "conversation" && sent.conversation_id === shown.id);
  return isShown ? { kind: "conversation", id: message.conversation_id } : shown;
};

/** A page of messages was fetched: what it reaches is known without holes. */
export const pageFetched = (
  state: ChatState,
  page: MessagePage,
  wanted: "newest" | "later" | "earlier",
): ChatState => {
  const { conversation, messages, hasMore } = page;
  const before = state.threads[conversation.id] ?? emptyThread;
  const thread = withMessages(before, messages);
  const lastFetched = messages.at(-1)?.sequence ?? before.syncedThrough;
  const reached =
    wanted === "earlier"
      ? before.syncedThrough
      : wanted === "later" && hasMore
        ? lastFetched
        : Math.max(lastFetched, conversation.last_sequence);
  const hasEarlier = wanted === "later" ? before.hasEarlier : hasMore;
  const ids = new Set(messages.map((message) => message.id));
  return {
    ...conversationChanged(state, conversation),
    threads: {
      ...state.threads,
      [conversation.id]: {
        ...thread,
        syncedThrough: Math.max(before.syncedThrough, reached),
        hasEarlier,
      },
    },
    shown: messages.reduce(
      (shown, message) => whereItWent({ ...state, shown }, message),
      state.shown,
    ),
    outbox: state.outbox.filter((outgoing) => !ids.has(outgoing.id)),
  };
};

/** Takes a conversation's newest state; read marks never go back, since ours may be ahead of the server's news. */
export const conversationChanged = (
  state: ChatState,
  conversation: VisitorConversationBody,
): ChatState => {
  const held = state.conversations.find((known) => known.id === conversation.id);
  const merged = {
    ...conversation,
    contact_read_sequence: Math.max(
      conversation.contact_read_sequence,
      held?.contact_read_sequence ?? 0,
    ),
    member_read_sequence: Math.max(
      conversation.member_read_sequence,
      held?.member_read_sequence ?? 0,
    ),
    last_sequence: Math.max(conversation.last_sequence, held?.last_sequence ?? 0),
    unread_count:
      held !== undefined && held.contact_read_sequence > conversation.contact_read_sequence
        ? held.unread_count
        : conversation.unread_count,
  };
  return {
    ...state,
    conversations: [...state.conversations.filter((known) => known.id !== conversation.id), merged],
  };
};

export const conversationsListed = (
  state: ChatState,
  conversations: readonly VisitorConversationBody[],
): ChatState => conversations.reduce(conversationChanged, state);

/** The visitor has seen everything up to `sequence`. */
export const readThrough = (
  state: ChatState,
  conversationId: string,
  sequence: number,
): ChatState => {
  const held = state.conversations.find((known) => known.id === conversationId);
  return held === undefined
    ? state
    : conversationChanged(state, {
        ...held,
        contact_read_sequence: sequence,
        unread_count: sequence > held.contact_read_sequence ? 0 : held.unread_count,
      });
};

/** True when the server knows of messages that may be missing here. */
export const hasGap = (state: ChatState, conversationId: string): boolean => {
  const thread = state.threads[conversationId];
  const lastSequence =
    state.conversations.find((known) => known.id === conversationId)?.last_sequence ?? 0;
  const lastHeld = thread?.messages.at(-1)?.sequence ?? 0;
  return Math.max(lastSequence, lastHeld) > (thread?.syncedThrough ?? 0);
};
