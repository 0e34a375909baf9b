import { openBrowserSocket } from "./connection/browser-socket.ts";
import type { OpenSocket } from "./connection/connection.ts";
import { browserTabs, type Tabs } from "./connection/tabs.ts";
import type { ChatPort } from "../chat-port.ts";
import type { FileRules } from "./files/chosen-file.ts";
import { createUpload, type Upload } from "./files/upload.ts";
import { guarded } from "../guard.ts";

/** How files travel, and which. */
interface ChatFiles {
  readonly upload: Upload;
  readonly rules: FileRules;
  /** Where a file of a message is fetched; null for what must not become a link. */
  readonly addressOf: (url: string) => string | null;
}

/** What the chat needs of the browser beside what the loader lends it. */
export interface ChatBrowser {
  readonly openSocket: OpenSocket;
  readonly files: ChatFiles;
  readonly tabs: Tabs | null;
  readonly isVisible: () => boolean;
  /** Hears of the network coming and going, and of what other tabs have stored. Answers how to stop. */
  readonly listen: (listeners: {
    readonly onOnline: () => void;
    readonly onOffline: () => void;
    readonly onStored: () => void;
  }) => () => void;
}

/** The real browser, as the port says. */
export const thisBrowser = ({
  key,
  apiUrl,
  config,
}: Pick<ChatPort, "key" | "apiUrl" | "config">): ChatBrowser => ({
  openSocket: openBrowserSocket(`${apiUrl.replace(/^http/, "ws")}/socket`),
  files: {
    upload: createUpload(apiUrl),
    rules: config.attachments,
    addressOf: (url) => {
      const address = url.startsWith("/") ? apiUrl.replace(/\/widget\/v1$/, url) : url;
      return /^https?:/i.test(address) ? address : null;
    },
  },
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
