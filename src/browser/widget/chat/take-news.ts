/** What comes from the server and from other tabs, brought into the state. */
import type { VisitorMessageBody, VisitorServerFrame } from "#contract";
import type { ChatPort } from "../chat-port.ts";
import type { ConnectionPlace } from "./connection/connection-machine.ts";
import type { ChatParts } from "./parts.ts";
import { conversationChanged, hasGap, messageArrived, readThrough } from "./state/changes.ts";
import { shownConversation, type ChatState } from "./state/chat-state.ts";
import type { Store } from "./state/store.ts";

/** Messages that overtake each other on the way usually arrive within this; later the missing one is fetched. */
export const gapMs = 400;
/** A typing notice holds this long; whoever types repeats it. */
const typingShownMs = 8_000;

export const takeFrame = (parts: ChatParts, frame: VisitorServerFrame): void => {
  const { port, store, outbox } = parts;
  switch (frame.type) {
    case "message_added":
      announce(port, store, frame.message);
      store.change((state) => messageArrived(state, frame.message));
      outbox.settle(new Set([frame.message.id]));
      fetchIfBehind(parts, frame.message.conversation_id);
      break;
    case "conversation_changed":
      store.change((state) => conversationChanged(state, frame.conversation));
      fetchIfBehind(parts, frame.conversation.id);
      break;
    case "typing": {
      const typing = { conversationId: frame.conversation_id, name: frame.name };
      store.change((state) => ({ ...state, typing }));
      port.clock.after(typingShownMs, () =>
        store.change((state) => (state.typing === typing ? { ...state, typing: null } : state)),
      );
      break;
    }
    case "ready":
    case "ping":
    case "pong":
      break;
  }
};

const announce = (
  port: Pick<ChatPort, "tell">,
  store: Store<ChatState>,
  message: VisitorMessageBody,
): void => {
  const isKnown =
    store
      .get()
      .threads[message.conversation_id]?.messages.some((held) => held.id === message.id) === true;
  if (!isKnown && message.author.kind !== "contact")
    port.tell("message", {
      id: message.id,
      conversation_id: message.conversation_id,
      author_name: message.author.name,
    });
};

/** Something is missing here: a conversation, or messages of the one that is shown. Others are fetched when they are looked at. */
export const isBehind = (state: ChatState, conversationId: string): boolean =>
  state.conversations.every((known) => known.id !== conversationId) ||
  (shownConversation(state)?.id === conversationId && hasGap(state, conversationId));

const fetchIfBehind = ({ port, store, sync }: ChatParts, conversationId: string): void => {
  if (!isBehind(store.get(), conversationId)) return;
  port.clock.after(gapMs, () => {
    if (isBehind(store.get(), conversationId)) sync.catchUp();
  });
};

export const takePlace = (parts: ChatParts, place: ConnectionPlace): void => {
  if (place === "ready") tellPage(parts);
  // Whether a lost socket means anything to the visitor shows in a plain request.
  if (place === "waiting") parts.sync.catchUp();
};

/** The team sees the visitor's current page while there is something to talk about. */
export const tellPage = ({ port, store, connection }: ChatParts): void => {
  if (shownConversation(store.get()) === null) return;
  const { url, title } = port.describePage();
  connection.send({ type: "page", visitor_session_id: port.session.touch(), url, title });
};

/** Another tab of this browser says what was read or dismissed there. */
export const takeShared = ({ store }: ChatParts, value: unknown): void => {
  if (typeof value !== "object" || value === null) return;
  if (
    "conversation_id" in value &&
    typeof value.conversation_id === "string" &&
    "read_through" in value &&
    typeof value.read_through === "number"
  ) {
    const { conversation_id, read_through } = value;
    store.change((state) => readThrough(state, conversation_id, read_through));
  }
  if ("dismissed_id" in value && typeof value.dismissed_id === "string") {
    const { dismissed_id } = value;
    store.change((state) => ({ ...state, dismissedId: dismissed_id }));
  }
};
