import type { AnsweringBody, VisitorConversationBody, VisitorMessageBody } from "#contract";
import type { ChosenFile } from "../files/chosen-file.ts";
import type { OutgoingMessage } from "../outbox/outgoing-message.ts";

/** The messages held of one conversation. */
export interface Thread {
  /** In sequence order, each id once. */
  readonly messages: readonly VisitorMessageBody[];
  /** Everything up to this sequence number that the contact may see is held; later ones may have holes before them. */
  readonly syncedThrough: number;
  readonly hasEarlier: boolean;
}

interface Typing {
  readonly conversationId: string;
  readonly name: string | null;
}

/**
 * What the panel shows. `newest` is the open conversation, else the one with the latest activity; `new` one that its first message will
 * make.
 */
export type Shown =
  | { readonly kind: "newest" | "new" | "list" }
  | { readonly kind: "conversation"; readonly id: string };

/** All the chat knows; the panel, the badge and the preview bubble are drawn from this alone. */
export interface ChatState {
  readonly isOpen: boolean;
  readonly shown: Shown;
  readonly loading: "loading" | "loaded" | "failed";
  /** `lost`: the server is out of reach though the network seems to be there. */
  readonly connection: "fine" | "lost" | "offline";
  readonly conversations: readonly VisitorConversationBody[];
  /** Null while the server has not said. */
  readonly answering: AnsweringBody | null;
  /** Whether an address for answers by mail may be asked for: once in a browser. */
  readonly emailAsk: "open" | "given" | "over";
  readonly threads: Readonly<Record<string, Thread>>;
  readonly outbox: readonly OutgoingMessage[];
  /** Chosen and not sent yet. */
  readonly files: readonly ChosenFile[];
  readonly typing: Typing | null;
  /** Id of the newest message whose preview the visitor has dismissed. */
  readonly dismissedId: string | null;
}

export const emptyThread: Thread = { messages: [], syncedThrough: 0, hasEarlier: false };

export const initialState: ChatState = {
  isOpen: false,
  shown: { kind: "newest" },
  loading: "loading",
  connection: "fine",
  conversations: [],
  answering: null,
  emailAsk: "open",
  threads: {},
  outbox: [],
  files: [],
  typing: null,
  dismissedId: null,
};

/** All conversations as the list shows them: open ones first, the latest activity first. */
export const listedConversations = (state: ChatState): readonly VisitorConversationBody[] =>
  [...state.conversations].sort(
    (a, b) =>
      Number(a.status === "closed") - Number(b.status === "closed") ||
      Date.parse(b.last_activity_at) - Date.parse(a.last_activity_at),
  );

/** The conversation the panel shows; null for a new one. Behind the list it is the newest. */
export const shownConversation = (state: ChatState): VisitorConversationBody | null => {
  const { shown } = state;
  if (shown.kind === "new") return null;
  const chosen =
    shown.kind === "conversation"
      ? state.conversations.find((conversation) => conversation.id === shown.id)
      : undefined;
  return chosen ?? listedConversations(state)[0] ?? null;
};

export const shownThread = (state: ChatState): Thread => {
  const conversation = shownConversation(state);
  return (conversation === null ? null : state.threads[conversation.id]) ?? emptyThread;
};

/** What is on its way to the conversation shown. What names none goes to the newest. */
export const shownOutbox = (state: ChatState): readonly OutgoingMessage[] => {
  const shownId = shownConversation(state)?.id ?? null;
  const newestId = listedConversations(state)[0]?.id ?? null;
  return state.outbox.filter(({ conversation_id, starts_conversation }) =>
    conversation_id !== null
      ? conversation_id === shownId
      : starts_conversation
        ? state.shown.kind === "new"
        : state.shown.kind !== "new" && shownId === newestId,
  );
};

const unreadIn = (
  state: ChatState,
  { id, contact_read_sequence }: VisitorConversationBody,
): readonly VisitorMessageBody[] =>
  (state.threads[id] ?? emptyThread).messages.filter(
    (message) => message.author.kind !== "contact" && message.sequence > contact_read_sequence,
  );

/** How many messages of one conversation were not seen: as counted here where it is held, else as the server says. */
export const countUnread = (state: ChatState, conversation: VisitorConversationBody): number =>
  (state.threads[conversation.id]?.syncedThrough ?? 0) > 0
    ? unreadIn(state, conversation).length
    : Math.max(conversation.unread_count, unreadIn(state, conversation).length);

/** How many messages of all conversations were not seen. */
export const countAllUnread = (state: ChatState): number =>
  state.conversations.reduce((sum, conversation) => sum + countUnread(state, conversation), 0);

/** The message that stands as a bubble beside the launcher: the newest unread one, unless it was dismissed. */
export const previewedMessage = (state: ChatState): VisitorMessageBody | null => {
  if (state.isOpen) return null;
  const newest = state.conversations
    .flatMap((conversation) => unreadIn(state, conversation).slice(-1))
    .sort((a, b) => Date.parse(a.sent_at) - Date.parse(b.sent_at))
    .at(-1);
  return newest === undefined || newest.id === state.dismissedId ? null : newest;
};

/** The question that waits for the contact's answer: the last message, when it offers quick replies or names an input. */
export const openQuestion = (state: ChatState): VisitorMessageBody | null => {
  const last = shownThread(state).messages.at(-1);
  if (
    last === undefined ||
    last.author.kind === "contact" ||
    shownOutbox(state).some((message) => message.state !== "failed")
  )
    return null;
  if (shownConversation(state)?.status === "closed") return null;
  return last.quick_replies.length > 0 || last.answer_input !== null ? last : null;
};

/** A workflow or an AI agent talks here; a person may be asked for. */
export const mayAskForPerson = (state: ChatState): boolean => {
  const conversation = shownConversation(state);
  return conversation?.status === "open" && conversation.is_automated && !isAnswerAwaited(state);
};

/** Whether to ask for an address: nobody is there, the visitor has written and cannot be reached, and no workflow is about to ask. */
export const mayAskForEmail = (state: ChatState): boolean => {
  const conversation = shownConversation(state);
  return (
    state.emailAsk === "open" &&
    state.answering !== null &&
    !state.answering.is_online &&
    !state.answering.has_email &&
    conversation?.status === "open" &&
    !conversation.is_automated &&
    shownThread(state).messages.some(({ author }) => author.kind === "contact")
  );
};

const isAnswerAwaited = (state: ChatState): boolean =>
  shownOutbox(state).some((message) => message.state !== "failed" && message.asks_for_person);
