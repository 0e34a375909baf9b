import { type Evidence, detectors } from "#triggers/detectors";
import type { Announcements } from "./announcements.ts";
import type { Chat, ChatPort } from "./chat-port.ts";
import type { Clock } from "./clock.ts";
import { followPage } from "./follow-page.ts";
import { guarded } from "./guard.ts";
import { dress } from "./launcher/dress.ts";
import { createHost } from "./launcher/host.ts";
import { createLauncher } from "./launcher/launcher.ts";
import { createLazyPart } from "./lazy-part.ts";
import { createSensor } from "./sensor.ts";
import { createSessionMemory } from "./session/session-memory.ts";
import { describePage } from "./signals/page-facts.ts";
import { sources } from "./signals/sources.ts";
import { chooseLanguage, type Language } from "./texts/language.ts";
import { loaderTexts } from "./texts/loader-texts.ts";
import type { Transport, TransportPort } from "./transport-port.ts";
import { arrivalMs, keepDetection } from "./transport/kept-detections.ts";
import { createVisitor } from "./visitor.ts";
import { fetchConfig, type WidgetConfig } from "./widget-config.ts";

/** A page that never becomes idle still gets its messages after this long. */
const idleTimeoutMs = 3_000;

export interface WidgetPorts {
  readonly key: string;
  /** Where widget.js came from, ending with a slash. */
  readonly baseUrl: string;
  readonly page: Window;
  readonly clock: Clock;
  readonly announcements: Announcements;
  /** What the page's script asks for, as a language tag; empty: nothing. */
  readonly language: string;
}

/** One booted widget: sensor, launcher and, on first need, the transport and the chat. */
export interface Widget {
  readonly open: (by: "visitor" | "page") => Promise<void>;
  readonly close: () => void;
  readonly show: () => void;
  readonly hide: () => void;
  /** Takes the widget out of the page and forgets the visitor: for shared computers. */
  readonly shutdown: () => void;
}

/** Starts the widget. Nothing is asked of the server but its configuration until a trigger fires or the chat is opened. */
export const startWidget = ({
  key,
  baseUrl,
  page,
  clock,
  announcements,
  language: bootLanguage,
}: WidgetPorts): Widget => {
  const apiUrl = `${baseUrl}v1`;
  const visitor = createVisitor(key, page, clock);
  const { keep, tabKeep, session } = visitor;
  const describe = (): ReturnType<typeof describePage> => describePage(page);

  const transport = createLazyPart<TransportPort, Transport>(
    `${baseUrl}transport.js`,
    async () => ({
      key,
      apiUrl,
      page,
      clock,
      keep,
      session,
      onReported: () => {
        visitor.expectMessages();
        void ready.then((isReady) => (isReady ? chatPart.start() : null));
      },
    }),
  );
  const sendDetections = async (): Promise<void> => (await transport.start())?.sendDetections();

  const sensor = createSensor({
    types: detectors,
    listenTo: (name, give) => sources[name]?.(page, clock, give, baseUrl),
    clock,
    memory: createSessionMemory(keep, session),
    onFired: (trigger_type: string, evidence: Evidence) => {
      const visitor_session_id = session.touch();
      // Opening the chat is the visitor's own act; everything else would come upon them.
      const waitMs = trigger_type === "chat_opened" ? 0 : arrivalMs - session.age();
      const detection = { trigger_type, visitor_session_id, page: describe(), evidence };
      keepDetection(keep, clock, detection, waitMs);
      void sendDetections();
    },
  });

  const host = createHost();
  const launcher = createLauncher({
    shadow: host.shadow,
    onPress: () => (chat()?.isOpen() === true ? widget.close() : void widget.open("visitor")),
    onNear: () => {
      transport.preload();
      chatPart.preload();
    },
  });
  let known: WidgetConfig | null = null;
  let language: Language = "en";
  let undress = (): void => {};
  const chatPart = createLazyPart<ChatPort, Chat>(`${baseUrl}chat.js`, async () => {
    const started = await transport.start();
    return started === null || known === null
      ? null
      : {
          ...started,
          ...visitor,
          apiUrl,
          shadow: host.shadow,
          button: launcher.button,
          key,
          baseUrl,
          workspaceName: known.workspace_name,
          language,
          ownWords: known.texts[language] ?? {},
          logoUrl:
            known.theme.logo_path === null ? null : new URL(known.theme.logo_path, baseUrl).href,
          clock,
          describePage: describe,
          tell: announcements.tell,
          onOpened: (by) => sensor.take({ type: "chat_opened", at: clock.steady(), by }),
        };
  });
  // Not before the sensor is armed: a page that is left sooner leaves the beginning to the next.
  let isArmed = false;
  const tellBeginning = (): void => {
    const visitNumber = isArmed ? session.takeBeginning() : null;
    if (visitNumber !== null)
      sensor.take({ type: "session_began", at: clock.steady(), visitNumber });
  };
  const chat = chatPart.started;
  const stopFollowing = followPage({ page, clock, session, sensor, tellBeginning, chat });

  let isHidden = false;
  let isOver = false;
  const ready = fetchConfig(key, apiUrl, page, clock).then((config) => {
    if (config === null || isOver) return false;
    known = config;
    language = chooseLanguage(
      {
        boot: bootLanguage,
        page: page.document.documentElement.lang,
        browser: page.navigator.languages,
        workspace: config.language,
      },
      config.language_choice,
    );
    undress = dress(host.element, config.theme, page);
    const { region, open } = loaderTexts[language];
    host.element.lang = language;
    host.element.ariaLabel = region;
    launcher.button.ariaLabel = config.texts[language]?.launcher_label ?? open;
    sensor.arm(config.armed);
    isArmed = true;
    tellBeginning();
    if (keep.read("detections") !== null) void sendDetections();
    host.show(!isHidden);
    if (visitor.expectsMessages()) whenIdle(page, clock, () => void chatPart.start());
    announcements.tell("ready");
    return true;
  });

  const widget: Widget = {
    open: async (by) => {
      if (!(await ready)) return;
      widget.show();
      launcher.showNote("");
      launcher.showBusy(true);
      const started = await chatPart.start();
      launcher.showBusy(false);
      if (started === null) launcher.showNote(loaderTexts[language].loadFailed);
      else started.open(by);
    },
    close: () => chat()?.close(),
    show: () => {
      if (isHidden) announcements.tell("show");
      isHidden = false;
      void ready.then((isReady) => host.show(isReady && !isHidden));
    },
    hide: () => {
      widget.close();
      isHidden = true;
      host.show(false);
      announcements.tell("hide");
    },
    shutdown: () => {
      isOver = true;
      stopFollowing();
      sensor.stop();
      chat()?.stop();
      undress();
      host.remove();
      keep.clear();
      tabKeep.clear();
    },
  };
  return widget;
};

const whenIdle = (page: Window, clock: Clock, act: () => void): void => {
  if (typeof page.requestIdleCallback === "function")
    page.requestIdleCallback(guarded(act), { timeout: idleTimeoutMs });
  else clock.after(idleTimeoutMs / 2, act);
};
