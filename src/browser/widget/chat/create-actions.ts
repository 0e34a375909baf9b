import type { ChatActions } from "./chat-actions.ts";
import type { OutgoingMessage } from "./outbox/outgoing-message.ts";
import type { ChatParts } from "./parts.ts";
import { reportGreeting } from "./report-greeting.ts";
import { countAllUnread, previewedMessage, shownConversation } from "./state/chat-state.ts";

/** Our own typing is told at most this often. */
const typingToldMs = 3_000;

/** What the visitor does, brought to the parts it concerns. */
export const createActions = (parts: ChatParts, saw: () => void): ChatActions => {
  const { port, browser, store, sync, outbox, files, connection, focus } = parts;
  let typedAt = -typingToldMs;
  const send = (
    text: string,
    more: Partial<Pick<OutgoingMessage, "files" | "quick_reply_id" | "asks_for_person">> = {},
  ): void =>
    outbox.add({
      text,
      files: [],
      quick_reply_id: null,
      asks_for_person: false,
      ...more,
      starts_conversation: store.get().shown.kind === "new",
      conversation_id: shownConversation(store.get())?.id ?? null,
      visitor_session_id: port.session.touch(),
    });
  const endEmailAsk = (emailAsk: "given" | "over"): void => {
    port.keep.write("email_asked", true);
    // The field goes away; the focus must not go with it.
    if (focus.isInPanel()) focus.toPanel();
    store.change((state) => ({ ...state, emailAsk }));
  };
  return {
    open: () => openPanel(parts, "visitor"),
    close: () => closePanel(parts),
    show: (shown) => {
      store.change((state) => ({ ...state, shown }));
      if (shown.kind === "conversation") sync.catchUp();
      if (focus.isInPanel()) {
        if (shown.kind === "list") focus.toList();
        else focus.toPanel();
      }
    },
    send: (text) => send(text, { files: files.take() }),
    choose: (reply) => {
      // The pressed button goes away with its question; the focus must not go with it.
      if (focus.isInPanel()) focus.toPanel();
      send(reply.label, { quick_reply_id: reply.id });
    },
    askForPerson: (text) => {
      if (focus.isInPanel()) focus.toPanel();
      send(text, { asks_for_person: true });
    },
    giveEmail: async (email) => {
      const outcome = await port.visits.ensure();
      if (outcome.kind !== "known") return "not kept";
      const { token } = outcome.visit;
      const answer = await port.request("POST", "/email", { token, body: { email } });
      if (answer.kind === "refused" && answer.status === 422) return "wrong";
      if (answer.kind !== "done") return "not kept";
      endEmailAsk("given");
      return "kept";
    },
    declineEmail: () => endEmailAsk("over"),
    retry: outbox.retry,
    discard: outbox.discard,
    typed: () => {
      const conversation = shownConversation(store.get());
      const now = port.clock.steady();
      if (conversation === null || now - typedAt < typingToldMs) return;
      typedAt = now;
      connection.send({ type: "typing", conversation_id: conversation.id });
    },
    saw,
    dismissPreview: () => {
      const message = previewedMessage(store.get());
      if (message === null) return;
      port.keep.write("dismissed", message.id);
      store.change((state) => ({ ...state, dismissedId: message.id }));
      connection.share({ dismissed_id: message.id });
      reportGreeting(port, message, "dismissed");
    },
    loadEarlier: sync.loadEarlier,
    tryAgain: sync.catchUp,
    files: {
      rules: browser.files.rules,
      addressOf: browser.files.addressOf,
      add: files.add,
      remove: files.remove,
    },
    draft: {
      read: () => {
        const draft = port.tabKeep.read("draft");
        return typeof draft === "string" ? draft : "";
      },
      write: (text) => port.tabKeep.write("draft", text === "" ? null : text),
    },
  };
};

/** Opens the panel; a visitor all of whose conversations are over comes to the list of them. */
export const openPanel = ({ port, store, focus }: ChatParts, by: "visitor" | "page"): void => {
  if (!store.get().isOpen) {
    store.change((state) => {
      const isOver =
        state.shown.kind === "newest" &&
        state.conversations.length > 0 &&
        state.conversations.every(({ status }) => status === "closed") &&
        state.outbox.length === 0 &&
        countAllUnread(state) === 0;
      return { ...state, isOpen: true, shown: isOver ? { kind: "list" } : state.shown };
    });
    port.tabKeep.write("is_open", true);
    port.onOpened(by);
    port.tell("open");
  }
  if (store.get().shown.kind === "list") focus.toList();
  else focus.toPanel();
};

export const closePanel = ({ port, launcher, store, focus }: ChatParts): void => {
  if (!store.get().isOpen) return;
  const hadFocus = focus.isInPanel();
  store.change((state) => ({ ...state, isOpen: false }));
  port.tabKeep.write("is_open", null);
  port.tell("close");
  if (hadFocus) launcher.focus();
};
