import type { VisitorMessageBody, VisitorServerFrame } from "#contract";
import type { Chat, ChatPort } from "../chat-port.ts";
import type { ChatActions } from "./chat-actions.ts";
import type { ChatPlace } from "./chat-place.ts";
import { openBrowserSocket } from "./connection/browser-socket.ts";
import { createConnection, type Connection } from "./connection/connection.ts";
import type { ConnectionPlace } from "./connection/connection-machine.ts";
import { createFocus, type Focus } from "./focus.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";
import { conversationChanged, hasGap, messageArrived, readThrough } from "./state/changes.ts";
import {
  initialState,
  previewedMessage,
  shownConversation,
  shownThread,
  unreadMessages,
  type ChatState,
} from "./state/chat-state.ts";
import { reportGreeting } from "./report-greeting.ts";
import { createStore, type Store } from "./state/store.ts";
import { createSync, type Sync } from "./sync/sync.ts";

/** Messages that overtake each other on the way usually arrive within this; later the missing one is fetched. */
const gapMs = 400;
/** A typing notice holds this long; whoever types repeats it. */
const typingShownMs = 8_000;
/** Our own typing is told at most this often. */
const typingToldMs = 3_000;

export interface CreatedChat {
  readonly chat: Chat;
  readonly store: Store<ChatState>;
  readonly actions: ChatActions;
  readonly focus: Focus;
}

interface Parts {
  readonly port: ChatPort;
  readonly launcher: ChatPlace["launcher"];
  readonly store: Store<ChatState>;
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly connection: Connection;
  readonly focus: Focus;
}

/** Puts the chat together: state, sync, outbox, socket. Starts to listen at once. */
export const createChat = (port: ChatPort, place: ChatPlace): CreatedChat => {
  const { clock, keep, tabKeep, request, visits } = port;
  const dismissedId = keep.read("dismissed");
  const store = createStore<ChatState>({
    ...initialState,
    dismissedId: typeof dismissedId === "string" ? dismissedId : null,
  });
  const sync = createSync({ request, visits, clock, store });
  const outbox = createOutbox({
    keep,
    request,
    visits,
    clock,
    onChange: () => store.change((state) => ({ ...state, outbox: outbox.list() })),
    onSent: (message) => {
      store.change((state) => messageArrived(state, message));
      if (isBehind(store.get(), message.conversation_id)) sync.catchUp();
    },
    onAccepted: () => clock.after(gapMs, sync.catchUp),
  });
  const connection = createConnection({
    clock,
    openSocket: openBrowserSocket(`${port.apiUrl.replace(/^http/, "ws")}/socket`),
    hello: () => {
      const visit = visits.known();
      const after = Object.fromEntries(
        Object.entries(store.get().threads).map(([id, thread]) => [id, thread.syncedThrough]),
      );
      return visit === null ? null : { type: "hello", visitor_token: visit.token, after };
    },
    onFrame: (frame) => takeFrame(parts, frame),
    onPlace: (place) => takePlace(parts, place),
    catchUp: sync.catchUp,
    isVisible: () => document.visibilityState === "visible",
  });
  const focus = createFocus(port, place);
  const { launcher } = place;
  const parts: Parts = { port, launcher, store, sync, outbox, connection, focus };

  const stopFollowing = followState(parts);
  store.change((state) => ({ ...state, outbox: outbox.list() }));
  // A panel left open on the page before comes back, without taking the focus; a full-screen one on a phone does not.
  if (tabKeep.read("is_open") === true && !focus.isPhone())
    store.change((state) => ({ ...state, isOpen: true }));
  sync.catchUp();
  outbox.wake();

  const chat: Chat = {
    open: (by) => openPanel(parts, by),
    close: () => closePanel(parts),
    isOpen: () => store.get().isOpen,
    pageChanged: () => tellPage(parts),
    wake: () => {
      if (store.get().loading === "loaded") connection.start();
      connection.wake();
      outbox.wake();
    },
    sleep: connection.stop,
    stop: () => {
      stopFollowing();
      connection.stop();
    },
  };
  return { chat, store, actions: createActions(parts), focus };
};

const createActions = (parts: Parts): ChatActions => {
  const { port, store, sync, outbox, connection, focus } = parts;
  let typedAt = 0;
  const send = (text: string, quickReplyId: string | null): void =>
    outbox.add({
      text,
      quick_reply_id: quickReplyId,
      conversation_id: shownConversation(store.get())?.id ?? null,
      visitor_session_id: port.session.touch(),
    });
  return {
    open: () => openPanel(parts, "visitor"),
    close: () => closePanel(parts),
    send: (text) => send(text, null),
    choose: (reply) => {
      // The pressed button goes away with its question; the focus must not go with it.
      if (focus.isInPanel()) focus.toPanel();
      send(reply.label, reply.id);
    },
    retry: outbox.retry,
    discard: outbox.discard,
    typed: () => {
      const conversation = shownConversation(store.get());
      const now = port.clock.steady();
      if (conversation === null || now - typedAt < typingToldMs) return;
      typedAt = now;
      connection.send({ type: "typing", conversation_id: conversation.id });
    },
    saw: () => markRead(parts),
    dismissPreview: () => {
      const message = previewedMessage(store.get());
      if (message === null) return;
      port.keep.write("dismissed", message.id);
      store.change((state) => ({ ...state, dismissedId: message.id }));
      reportGreeting(port, message, "dismissed");
    },
    loadEarlier: sync.loadEarlier,
    tryAgain: sync.catchUp,
    draft: {
      read: () => {
        const draft = port.tabKeep.read("draft");
        return typeof draft === "string" ? draft : "";
      },
      write: (text) => port.tabKeep.write("draft", text === "" ? null : text),
    },
  };
};

const openPanel = ({ port, store, focus }: Parts, by: "visitor" | "page"): void => {
  if (!store.get().isOpen) {
    store.change((state) => ({ ...state, isOpen: true }));
    port.tabKeep.write("is_open", true);
    port.onOpened(by);
    port.tell("open");
  }
  focus.toPanel();
};

const closePanel = ({ port, launcher, store, focus }: Parts): void => {
  if (!store.get().isOpen) return;
  const hadFocus = focus.isInPanel();
  store.change((state) => ({ ...state, isOpen: false }));
  port.tabKeep.write("is_open", null);
  port.tell("close");
  if (hadFocus) launcher.focus();
};

const markRead = ({ port, store }: Parts): void => {
  const conversation = shownConversation(store.get());
  const last = shownThread(store.get()).messages.at(-1)?.sequence ?? 0;
  const token = port.visits.known()?.token;
  if (conversation === null || token === undefined || last <= conversation.contact_read_sequence)
    return;
  store.change((state) => readThrough(state, conversation.id, last));
  void port.request("POST", `/conversations/${conversation.id}/read`, {
    token,
    body: { sequence: last },
  });
};

const takeFrame = (parts: Parts, frame: VisitorServerFrame): void => {
  const { port, store, sync, outbox } = parts;
  switch (frame.type) {
    case "message_added":
      outbox.settle(new Set([frame.message.id]));
      announce(port, store, frame.message);
      store.change((state) => messageArrived(state, frame.message));
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
      break;
    default:
      sync.catchUp();
  }
};

const announce = (port: ChatPort, store: Store<ChatState>, message: VisitorMessageBody): void => {
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

const isBehind = (state: ChatState, conversationId: string): boolean =>
  state.conversations.every((known) => known.id !== conversationId) ||
  hasGap(state, conversationId);

const fetchIfBehind = ({ port, store, sync }: Parts, conversationId: string): void => {
  if (!isBehind(store.get(), conversationId)) return;
  port.clock.after(gapMs, () => {
    if (isBehind(store.get(), conversationId)) sync.catchUp();
  });
};

const takePlace = (parts: Parts, place: ConnectionPlace): void => {
  if (place === "ready") tellPage(parts);
  // Whether a lost socket means anything to the visitor shows in a plain request.
  if (place === "waiting") parts.sync.catchUp();
};

/** The team sees the visitor's current page while there is something to talk about. */
const tellPage = ({ port, store, connection }: Parts): void => {
  if (shownConversation(store.get()) === null) return;
  const { url, title } = port.describePage();
  connection.send({ type: "page", visitor_session_id: port.session.touch(), url, title });
};

/** Keeps launcher, memory and socket in step with the state. */
const followState = ({ port, launcher, store, outbox, connection }: Parts): (() => void) => {
  let unread = -1;
  let shownId: string | null = null;
  const follow = (): void => {
    const state = store.get();
    const preview = previewedMessage(state);
    if (preview !== null && preview.id !== shownId && !document.hidden) {
      shownId = preview.id;
      reportGreeting(port, preview, "shown");
    }
    launcher.showOpen(state.isOpen);
    const count = unreadMessages(state).length;
    if (count !== unread) {
      unread = count;
      launcher.showUnread(count);
      port.tell("unread", count);
    }
    if (state.conversations.length > 0 && port.keep.read("has_conversation") !== true)
      port.keep.write("has_conversation", true);
    if (state.loading === "loaded") connection.start();
  };
  const stopListening = store.listen(follow);
  const networkReturned = (): void => {
    connection.wake();
    outbox.wake();
  };
  const networkLeft = (): void => store.change((state) => ({ ...state, connection: "offline" }));
  window.addEventListener("online", networkReturned);
  window.addEventListener("offline", networkLeft);
  return () => {
    stopListening();
    window.removeEventListener("online", networkReturned);
    window.removeEventListener("offline", networkLeft);
  };
};
