import type { Chat } from "../chat-port.ts";
import type { LiveLauncher } from "../launcher/live-launcher.ts";
import type { ChatActions } from "./chat-actions.ts";
import type { ChatBrowser } from "./chat-browser.ts";
import { createSharedConnection } from "./connection/shared-connection.ts";
import { createActions, closePanel, openPanel } from "./create-actions.ts";
import { createFileTray } from "./files/file-tray.ts";
import type { Focus } from "./focus.ts";
import { followState } from "./follow-state.ts";
import { createOutbox } from "./outbox/outbox.ts";
import type { ChatParts, CorePort } from "./parts.ts";
import { createReadMarks } from "./read-marks.ts";
import { messageArrived } from "./state/changes.ts";
import { initialState, type ChatState } from "./state/chat-state.ts";
import { createStore, type Store } from "./state/store.ts";
import { createSync } from "./sync/sync.ts";
import { gapMs, isBehind, takeFrame, takePlace, takeShared, tellPage } from "./take-news.ts";

export interface CreatedChat {
  readonly chat: Chat;
  readonly store: Store<ChatState>;
  readonly actions: ChatActions;
}

/** Puts the chat together: state, sync, outbox, socket. Starts to listen at once. */
export const createChat = (
  port: CorePort,
  browser: ChatBrowser,
  launcher: LiveLauncher,
  focus: Focus,
): CreatedChat => {
  const { clock, keep, tabKeep, request, visits } = port;
  const dismissedId = keep.read("dismissed");
  const store = createStore<ChatState>({
    ...initialState,
    dismissedId: typeof dismissedId === "string" ? dismissedId : null,
    emailAsk: keep.read("email_asked") === true ? "over" : "open",
  });
  const showOutbox = (): void => store.change((state) => ({ ...state, outbox: outbox.list() }));
  const readMarks = createReadMarks(port, store, (value) => connection.share(value));
  const sync = createSync({
    request,
    visits,
    clock,
    store,
    onFetched: (ids) => outbox.settle(ids),
    onDone: readMarks.tell,
  });
  const outbox = createOutbox({
    keep,
    request,
    visits,
    clock,
    onChange: showOutbox,
    onSent: (message) => {
      store.change((state) => messageArrived(state, message));
      if (isBehind(store.get(), message.conversation_id)) sync.catchUp();
    },
    onAccepted: () => clock.after(gapMs, sync.catchUp),
  });
  const files = createFileTray({
    tabKeep,
    visits,
    clock,
    upload: browser.files.upload,
    rules: browser.files.rules,
    onChange: () => store.change((state) => ({ ...state, files: files.list() })),
  });
  const connection = createSharedConnection({
    clock,
    openSocket: browser.openSocket,
    tabs: browser.tabs,
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
    isVisible: browser.isVisible,
    onShared: (value) => takeShared(parts, value),
  });
  const parts: ChatParts = {
    port,
    browser,
    launcher,
    store,
    sync,
    outbox,
    files,
    connection,
    focus,
  };

  /** Back from sleep, another tab or no network: what was under way may never end, so it is begun anew. */
  const wake = (): void => {
    if (store.get().loading === "loaded") connection.start();
    visits.restart();
    sync.restart();
    connection.wake();
    outbox.wake();
    files.wake();
    showOutbox();
  };
  const stopFollowing = followState(parts);
  const stopListening = browser.listen({
    onOnline: wake,
    onOffline: () => store.change((state) => ({ ...state, connection: "offline" })),
    onStored: showOutbox,
  });
  showOutbox();
  store.change((state) => ({ ...state, files: files.list() }));
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
    wake,
    sleep: connection.stop,
    contactChanged: () => {
      connection.stop();
      store.change((state) => ({ ...state, conversations: [], threads: {}, typing: null }));
      sync.restart();
    },
    stop: () => {
      stopFollowing();
      stopListening();
      connection.stop();
    },
  };
  return { chat, store, actions: createActions(parts, readMarks.saw) };
};
