import type { ChatParts } from "./parts.ts";
import { reportGreeting } from "./report-greeting.ts";
import { countAllUnread, previewedMessage } from "./state/chat-state.ts";

/** Keeps launcher, memory and socket in step with the state. Answers how to stop. */
export const followState = ({
  port,
  browser,
  launcher,
  store,
  connection,
}: ChatParts): (() => void) => {
  let unread = -1;
  let shownId: string | null = null;
  let isShown = false;
  return store.listen(() => {
    const state = store.get();
    const preview = previewedMessage(state);
    if (preview !== null && preview.id !== shownId && browser.isVisible()) {
      shownId = preview.id;
      reportGreeting(port, preview, "shown");
    }
    launcher.showOpen(state.isOpen);
    if (state.isOpen !== isShown) {
      isShown = state.isOpen;
      port.onPanel(isShown);
    }
    const count = countAllUnread(state);
    if (count !== unread) {
      unread = count;
      launcher.showUnread(count);
      port.tell("unread", count);
    }
    if (state.conversations.length > 0 && port.keep.read("has_conversation") !== true)
      port.keep.write("has_conversation", true);
    if (state.loading === "loaded") connection.start();
  });
};
