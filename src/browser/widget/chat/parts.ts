import type { ChatPort } from "../chat-port.ts";
import type { LiveLauncher } from "../launcher/live-launcher.ts";
import type { ChatBrowser } from "./chat-browser.ts";
import type { SharedConnection } from "./connection/shared-connection.ts";
import type { FileTray } from "./files/file-tray.ts";
import type { Focus } from "./focus.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { ChatState } from "./state/chat-state.ts";
import type { Store } from "./state/store.ts";
import type { Sync } from "./sync/sync.ts";

/** The port without what only the view needs: nothing in these parts touches the page. */
export type CorePort = Omit<
  ChatPort,
  "host" | "shadow" | "button" | "config" | "language" | "baseUrl" | "apiUrl" | "key"
>;

/** Everything the chat is made of; each part knows only what it is given of this. */
export interface ChatParts {
  readonly port: CorePort;
  readonly browser: ChatBrowser;
  readonly launcher: LiveLauncher;
  readonly store: Store<ChatState>;
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly files: FileTray;
  readonly connection: SharedConnection;
  readonly focus: Focus;
}
