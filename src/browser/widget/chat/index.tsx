/** Entry of chat.js: the panel, the preview bubble and everything that keeps them true. */
import { render } from "preact";
import type { Chat, ChatPort } from "../chat-port.ts";
import theme from "../launcher/chat-theme.css";
import liveStyles from "../launcher/live-launcher.css";
import { createLiveLauncher } from "../launcher/live-launcher.ts";
import { addSheet } from "../launcher/sheet.ts";
import { keepKeysInside } from "./chat-place.ts";
import { createChat } from "./create-chat.ts";
import { ChatView } from "./view/chat-view.tsx";
import { chatStyles } from "./view/styles/index.ts";

export const start = (port: ChatPort): Chat => {
  const { shadow } = port;
  addSheet(shadow, theme + liveStyles + chatStyles);
  keepKeysInside(shadow.host);
  const mount = document.createElement("div");
  mount.className = "chat";
  // Before the launcher, as it stands on the screen.
  shadow.prepend(mount);
  const launcher = createLiveLauncher(port.button);
  const { chat, store, actions, focus } = createChat(port, { mount, launcher });
  render(
    <ChatView
      workspaceName={port.workspaceName}
      store={store}
      actions={actions}
      focus={focus}
      clock={port.clock}
    />,
    mount,
  );
  return {
    ...chat,
    stop: () => {
      chat.stop();
      render(null, mount);
    },
  };
};
