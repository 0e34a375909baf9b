/** Entry of chat.js: the panel, the preview bubble and everything that keeps them true. */
import { render } from "preact";
import type { Chat, ChatPort } from "../chat-port.ts";
import theme from "../launcher/chat-theme.css";
import liveStyles from "../launcher/live-launcher.css";
import { readableOn } from "../launcher/colours.ts";
import { createLiveLauncher } from "../launcher/live-launcher.ts";
import { addSheet } from "../launcher/sheet.ts";
import { thisBrowser } from "./chat-browser.ts";
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
  const { shadow } = port;
  addSheet(shadow, theme + liveStyles + chatStyles);
  colourTexts(shadow.host);
  keepKeysInside(shadow.host);
  const mount = document.createElement("div");
  mount.className = "chat";
  // Before the launcher, as it stands on the screen.
  shadow.prepend(mount);
  const { language, ownWords } = port;
  let wording = toWording(language, english, ownWords);
  const launcher = createLiveLauncher(port.button, wording.texts);
  const focus = createFocus(port, mount);
  const { chat, store, actions } = createChat(
    port,
    thisBrowser(port.key, port.apiUrl),
    launcher,
    focus,
  );
  let logo: ImageBitmap | null = null;
  let isOver = false;
  const draw = (): void => {
    if (isOver) return;
    render(
      <WordingProvider value={wording}>
        <LogoContext.Provider value={logo}>
          <ChatView
            workspaceName={port.workspaceName}
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
  if (port.logoUrl !== null)
    void fetchLogo(port.logoUrl).then((fetched) => {
      logo = fetched;
      draw();
    });
  return {
    ...chat,
    stop: () => {
      isOver = true;
      chat.stop();
      render(null, mount);
    },
  };
};

/** The surfaces of chat-theme.css. */
const surfaces = { light: "#ffffff", dark: "#1c1c1b" };

/** Texts in the accent colour must be readable on either surface. */
const colourTexts = (host: Element): void => {
  if (!(host instanceof HTMLElement)) return;
  const accent = host.style.getPropertyValue("--accent");
  host.style.setProperty("--accent-on-light", readableOn(accent, surfaces.light, "#000000"));
  host.style.setProperty("--accent-on-dark", readableOn(accent, surfaces.dark, "#ffffff"));
};
