import type { VisitorConversationBody, VisitorMessageBody } from "#contract";
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

/** All the chat knows; the panel, the badge and the preview bubble are drawn from this alone. */
export interface ChatState {
  readonly isOpen: boolean;
  readonly loading: "loading" | "loaded" | "failed";
  /** `lost`: the server is out of reach though the network seems to be there. */
  readonly connection: "fine" | "lost" | "offline";
  readonly conversations: readonly VisitorConversationBody[];
  readonly threads: Readonly<Record<string, Thread>>;
  readonly outbox: readonly OutgoingMessage[];
  readonly typing: Typing | null;
  /** Id of the newest message whose preview the visitor has dismissed. */
  readonly dismissedId: string | null;
}

export const emptyThread: Thread = { messages: [], syncedThrough: 0, hasEarlier: false };

export const initialState: ChatState = {
  isOpen: false,
  loading: "loading",
  connection: "fine",
  conversations: [],
  threads: {},
  outbox: [],
  typing: null,
  dismissedId: null,
};

/** The conversation the panel shows: the open one, else the one with the latest activity. */
export const shownConversation = (state: ChatState): VisitorConversationBody | null => {
  const latestFirst = [...state.conversations].sort(
    (a, b) => Date.parse(b.last_activity_at) - Date.parse(a.last_activity_at),
  );
  return (
    latestFirst.find((conversation) => conversation.status === "open") ?? latestFirst[0] ?? null
  );
};

export const shownThread = (state: ChatState): Thread => {
  const conversation = shownConversation(state);
  return (conversation === null ? null : state.threads[conversation.id]) ?? emptyThread;
};

/** What was said to the visitor and not yet seen, oldest first. */
export const unreadMessages = (state: ChatState): readonly VisitorMessageBody[] => {
  const readThrough = shownConversation(state)?.contact_read_sequence ?? 0;
  return shownThread(state).messages.filter(
    (message) => message.author.kind !== "contact" && message.sequence > readThrough,
  );
};

/** The message that stands as a bubble beside the launcher: the newest unread one, unless it was dismissed. */
export const previewedMessage = (state: ChatState): VisitorMessageBody | null => {
  const newest = unreadMessages(state).at(-1);
  return state.isOpen || newest === undefined || newest.id === state.dismissedId ? null : newest;
};

/** The question that waits for the contact's answer: the last message, when it offers quick replies or names an input. */
export const openQuestion = (state: ChatState): VisitorMessageBody | null => {
  const last = shownThread(state).messages.at(-1);
  if (
    last === undefined ||
    last.author.kind === "contact" ||
    state.outbox.some((message) => message.state !== "failed")
  )
    return null;
  if (shownConversation(state)?.status === "closed") return null;
  return last.quick_replies.length > 0 || last.answer_input !== null ? last : null;
};
