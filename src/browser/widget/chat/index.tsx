/** Entry of chat.js: the panel, the preview bubble and everything that keeps them true. */
import { render } from "preact";
import type { Chat, ChatPort } from "../chat-port.ts";
import { addSheet } from "../launcher/sheet.ts";
import { createChat } from "./create-chat.ts";
import { ChatView } from "./view/chat-view.tsx";
import { chatStyles } from "./view/styles/index.ts";

export const startChat = (port: ChatPort): Chat => {
  addSheet(port.shadow, chatStyles);
  const { chat, store, actions, focus } = createChat(port);
  render(
    <ChatView
      workspaceName={port.workspaceName}
      store={store}
      actions={actions}
      focus={focus}
      clock={port.clock}
    />,
    port.mount,
  );
  return {
    ...chat,
    stop: () => {
      chat.stop();
      render(null, port.mount);
    },
  };
};
