/** Entry of chat.js: the panel, the preview bubble and everything that keeps them true. */
import { render } from "preact";
import type { Chat, ChatPort } from "../chat-port.ts";
import theme from "../launcher/chat-theme.css";
import liveStyles from "../launcher/live-launcher.css";
import { createLiveLauncher } from "../launcher/live-launcher.ts";
import { addSheet } from "../launcher/sheet.ts";
import { thisBrowser } from "./chat-browser.ts";
import { dressHost } from "./dress-host.ts";
import { keepKeysInside } from "./keep-keys-inside.ts";
import { createChat } from "./create-chat.ts";
import { createFocus } from "./focus.ts";
import { fetchLogo } from "./fetch-logo.ts";
import { english } from "./texts/english.ts";
import { loadTexts } from "./texts/load-texts.ts";
import { toWording, WordingProvider } from "./texts/index.ts";
import { ChatView } from "./view/chat-view.tsx";
import { LogoContext } from "./view/marks.tsx";
import { chatStyles } from "./view/styles/index.ts";

export const start = (port: ChatPort): Chat => {
  const { host, shadow, language, config } = port;
  const ownWords = config.texts[language] ?? {};
  addSheet(shadow, theme + liveStyles + chatStyles);
  const undress = dressHost(host, config.theme);
  keepKeysInside(host);
  const mount = document.createElement("div");
  mount.className = "chat";
  // Before the launcher, as it stands on the screen.
  shadow.prepend(mount);
  let wording = toWording(language, english, ownWords);
  const launcher = createLiveLauncher(port.button, wording.texts);
  const focus = createFocus(port, mount);
  const { chat, store, actions } = createChat(port, thisBrowser(port), launcher, focus);
  let logo: ImageBitmap | null = null;
  let isOver = false;
  const draw = (): void => {
    if (isOver) return;
    render(
      <WordingProvider value={wording}>
        <LogoContext.Provider value={logo}>
          <ChatView
            workspaceName={config.workspace_name}
            store={store}
            actions={actions}
            focus={focus}
            clock={port.clock}
          />
        </LogoContext.Provider>
      </WordingProvider>,
      mount,
    );
  };
  void loadTexts(language, port.baseUrl).then((texts) => {
    wording = toWording(language, texts, ownWords);
    launcher.say(wording.texts);
    draw();
  });
  const { logo_path } = config.theme;
  if (logo_path !== null)
    void fetchLogo(new URL(logo_path, port.baseUrl).href).then((fetched) => {
      logo = fetched;
      draw();
    });
  return {
    ...chat,
    stop: () => {
      isOver = true;
      chat.stop();
      undress();
      render(null, mount);
    },
  };
};
