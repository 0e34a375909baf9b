import type { Evidence } from "#triggers/detectors";
import type { Announcements } from "./announcements.ts";
import type { Chat, ChatPort } from "./chat-port.ts";
import type { Clock } from "./clock.ts";
import { followPage } from "./follow-page.ts";
import { guarded, quietly } from "./guard.ts";
import { createHost } from "./launcher/host.ts";
import { takeInspectionToken } from "./inspection.ts";
import type { Inspector, InspectorPort } from "./inspector-port.ts";
import { createLauncher } from "./launcher/launcher.ts";
import { createLazyPart } from "./lazy-part.ts";
import { createPermission } from "./permission.ts";
import { createSensor } from "./sensor.ts";
import { createSessionMemory } from "./session/session-memory.ts";
import { describePage } from "./signals/page-facts.ts";
import { chooseLanguage, type Language } from "./texts/language.ts";
import { loaderTexts } from "./texts/loader-texts.ts";
import type { Transport, TransportPort } from "./transport-port.ts";
import { arrivalMs, keepReport } from "./transport/kept-reports.ts";
import { createVisitor } from "./visitor.ts";
import { fetchWorkspace, type WidgetConfig, type WorkspaceModule } from "./widget-config.ts";

/** A page that never becomes idle still gets its messages after this long. */
const idleTimeoutMs = 3_000;

export interface WidgetPorts {
  readonly key: string;
  /** What the page says about the visitor's consent: "given", "required" (not yet given), or nothing. */
  readonly consent: unknown;
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
  readonly grantConsent: () => void;
  /** Tells the server what the page says, once there is consent. @throws when the server refuses it. */
  readonly call: (verb: string, values: readonly unknown[]) => Promise<unknown>;
  /** Takes the widget out of the page and forgets the visitor: for shared computers. */
  readonly shutdown: () => void;
}

/** Starts the widget. Nothing is asked of the server but its workspace's module until a trigger fires or the chat is opened. */
export const startWidget = (ports: WidgetPorts): Widget => {
  const { key, baseUrl, page, clock, announcements } = ports;
  const apiUrl = `${baseUrl}v1`;
  const visitor = createVisitor(key, page, clock);
  const { keep, session } = visitor;
  const permission = createPermission(ports.consent, keep, page);
  const describe = (): ReturnType<typeof describePage> => describePage(page);

  const transport = createLazyPart<TransportPort, Transport>(
    `${baseUrl}transport.js`,
    async () => ({
      ...ports,
      apiUrl,
      keep,
      session,
      onReported: () => {
        visitor.expectMessages();
        quietly(chatPart.start());
      },
      onAnotherContact: () => {
        visitor.expectMessages();
        quietly(chatPart.start().then((started) => started?.contactChanged()));
      },
    }),
  );
  const sendKept = async (): Promise<void> => (await transport.start())?.sendKept();

  const sensor = createSensor({
    clock,
    memory: createSessionMemory(keep, session),
    onFired: (trigger_type: string, evidence: Evidence) => {
      const visitor_session_id = session.touch();
      // Opening the chat is the visitor's own act; everything else would come upon them.
      const waitMs = trigger_type === "chat_opened" ? 0 : arrivalMs - session.age();
      const detection = { trigger_type, visitor_session_id, page: describe(), evidence };
      keepReport(keep, clock, "detections", detection, waitMs);
      quietly(sendKept());
    },
  });

  const host = createHost();
  const launcher = createLauncher({
    shadow: host.shadow,
    onPress: () => (chat()?.isOpen() === true ? widget.close() : quietly(widget.open("visitor"))),
    onNear: () => {
      transport.preload();
      chatPart.preload();
    },
  });
  let known: WidgetConfig | null = null;
  let language: Language = "en";
  const chatPart = createLazyPart<ChatPort, Chat>(`${baseUrl}chat.js`, async () => {
    await ready;
    const started = await transport.start();
    return started === null || known === null
      ? null
      : {
          ...started,
          ...visitor,
          apiUrl,
          host: host.element,
          shadow: host.shadow,
          button: launcher.button,
          key,
          baseUrl,
          config: known,
          language,
          clock,
          describePage: describe,
          tell: announcements.tell,
          onOpened: (by) => sensor.take({ type: "chat_opened", at: clock.steady(), by }),
          onPanel: (isOpen) => sensor.take({ type: "panel_changed", at: clock.steady(), isOpen }),
        };
  });
  const chat = chatPart.started;

  // Not before the sensor is armed: a page that is left sooner leaves the beginning to the next.
  let isArmed = false;
  const tellBeginning = (): void => {
    const visitNumber = isArmed ? session.takeBeginning() : null;
    if (visitNumber !== null)
      sensor.take({ type: "session_began", at: clock.steady(), visitNumber });
  };
  const stopFollowing = followPage({ page, clock, session, sensor, tellBeginning, chat });

  const inspectionToken = takeInspectionToken(page, visitor.tabKeep);
  const inspector = createLazyPart<InspectorPort, Inspector>(
    `${baseUrl}inspector.js`,
    async () => ({
      page,
      clock,
      apiUrl,
      key,
      token: inspectionToken ?? "",
      look: sensor.look,
      onEnd: () => visitor.tabKeep.write("inspect", null),
    }),
  );

  let isHidden = false;
  let isOver = false;
  const begin = (workspace: WorkspaceModule | null): boolean => {
    if (workspace === null || isOver) return false;
    const { config, detectors, sources } = workspace;
    known = config;
    language = chooseLanguage(ports.language, page, config);
    launcher.button.ariaLabel = config.texts[language]?.launcher_label ?? loaderTexts[language][0];
    host.dress(config.theme, language);
    host.show(!isHidden);
    const beginSensing = (isOptedOut: boolean): void => {
      if (isOver) return;
      // Who wants to be left alone is remembered only after opening the chat.
      if (!isOptedOut || keep.read("visit") !== null) visitor.release();
      if (!isOptedOut) {
        sensor.arm(config.armed, {
          types: detectors,
          listenTo: (name, give) => sources[name]?.(page, clock, give, baseUrl),
        });
        isArmed = true;
        tellBeginning();
      }
      if (keep.read("detections") !== null || keep.read("calls") !== null) quietly(sendKept());
      if (visitor.expectsMessages()) whenIdle(page, clock, () => quietly(chatPart.start()));
    };
    quietly(permission.granted.then(beginSensing));
    permission.judge(config.privacy);
    if (inspectionToken !== null) void inspector.start();
    announcements.tell("ready");
    return true;
  };
  const ready = fetchWorkspace(key, baseUrl, page, clock)
    .then(begin)
    .catch(() => false);

  const widget: Widget = {
    open: async (by) => {
      if (!(await ready)) return;
      if (by === "page") await permission.granted;
      quietly(permission.granted.then(visitor.release));
      widget.show();
      launcher.showNote("");
      launcher.showBusy(true);
      const started = await chatPart.start();
      launcher.showBusy(false);
      if (isOver) return;
      if (started === null) launcher.showNote(loaderTexts[language][1]);
      else started.open(by);
    },
    close: () => chat()?.close(),
    show: () => {
      if (isHidden) announcements.tell("show");
      isHidden = false;
      quietly(ready.then((isReady) => host.show(isReady && !isHidden)));
    },
    hide: () => {
      widget.close();
      isHidden = true;
      host.show(false);
      announcements.tell("hide");
    },
    grantConsent: permission.grant,
    call: async (verb, values) => {
      const call = { verb, values: JSON.stringify(values), visitor_session_id: session.touch() };
      const id = keepReport(keep, clock, "calls", call, 0);
      await permission.granted;
      const started = await transport.start();
      if (started === null) throw new Error("the server is out of reach");
      return started.finishCall(id);
    },
    shutdown: () => {
      isOver = true;
      stopFollowing();
      sensor.stop();
      inspector.started()?.stop();
      chat()?.stop();
      host.remove();
      const visit = keep.read("visit");
      visitor.forget();
      if (visit !== null) quietly(transport.start().then((started) => started?.signOut(visit)));
    },
  };
  return widget;
};

const whenIdle = (page: Window, clock: Clock, act: () => void): void => {
  if (typeof page.requestIdleCallback === "function")
    page.requestIdleCallback(guarded(act), { timeout: idleTimeoutMs });
  else clock.after(idleTimeoutMs / 2, act);
};
