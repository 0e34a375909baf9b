import { openBrowserSocket } from "./connection/browser-socket.ts";
import type { OpenSocket } from "./connection/connection.ts";
import { browserTabs, type Tabs } from "./connection/tabs.ts";
import { guarded } from "../guard.ts";

/** What the chat needs of the browser beside what the loader lends it. */
export interface ChatBrowser {
  readonly openSocket: OpenSocket;
  readonly tabs: Tabs | null;
  readonly isVisible: () => boolean;
  /** Hears of the network coming and going, and of what other tabs have stored. Answers how to stop. */
  readonly listen: (listeners: {
    readonly onOnline: () => void;
    readonly onOffline: () => void;
    readonly onStored: () => void;
  }) => () => void;
}

/** The real browser; `key` and `apiUrl` as in the port. */
export const thisBrowser = (key: string, apiUrl: string): ChatBrowser => ({
  openSocket: openBrowserSocket(`${apiUrl.replace(/^http/, "ws")}/socket`),
  tabs: browserTabs(`switchboard:${key}`),
  isVisible: () => document.visibilityState === "visible",
  listen: ({ onOnline, onOffline, onStored }) => {
    const listeners = { online: onOnline, offline: onOffline, storage: onStored };
    const over = new AbortController();
    for (const [type, listener] of Object.entries(listeners))
      window.addEventListener(type, guarded(listener), { signal: over.signal });
    return () => over.abort();
  },
});
