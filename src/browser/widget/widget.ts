import { type Evidence, detectors } from "#triggers/detectors";
import type { Announcements } from "./announcements.ts";
import type { ChatPort } from "./chat-port.ts";
import type { Clock } from "./clock.ts";
import { followPage } from "./follow-page.ts";
import { guarded } from "./guard.ts";
import { createHost } from "./launcher/host.ts";
import { createLauncher } from "./launcher/launcher.ts";
import { createChatLoader } from "./load-chat.ts";
import { type Sensor, createSensor } from "./sensor.ts";
import { createSessionMemory } from "./session/session-memory.ts";
import { sources } from "./signals/sources.ts";
import { launcherTexts } from "./texts.ts";
import { createDetectionQueue } from "./transport/detection-queue.ts";
import { type Visitor, createVisitor } from "./visitor.ts";
import { fetchConfig } from "./widget-config.ts";

/** A page that never becomes idle still gets its messages after this long. */
const idleTimeoutMs = 3_000;

export interface WidgetPorts {
  readonly key: string;
  /** Where widget.js came from, ending with a slash. */
  readonly baseUrl: string;
  readonly page: Window;
  readonly clock: Clock;
  readonly announcements: Announcements;
}

/** One booted widget: sensor, launcher and, on first need, the chat. */
export interface Widget {
  readonly open: (by: "visitor" | "page") => Promise<void>;
  readonly close: () => void;
  readonly show: () => void;
  readonly hide: () => void;
  /** Takes the widget out of the page and forgets the visitor: for shared computers. */
  readonly shutdown: () => void;
}

/** Starts the widget. Nothing is asked of the server but its configuration until a trigger fires or the chat is opened. */
export const startWidget = ({ key, baseUrl, page, clock, announcements }: WidgetPorts): Widget => {
  const visitor = createVisitor(key, baseUrl, page, clock);
  const { sensor, tellBeginning, resume } = createReportingSensor(visitor, page, clock, () => {
    visitor.expectMessages();
    void ready.then((isReady) => (isReady ? chatLoader.start() : null));
  });

  const host = createHost();
  host.hide();
  const launcher = createLauncher({
    shadow: host.shadow,
    onPress: () =>
      chatLoader.started()?.isOpen() === true ? widget.close() : void widget.open("visitor"),
    onNear: () => chatLoader.preload(),
  });
  let workspaceName = "";
  const chatLoader = createChatLoader(`${baseUrl}chat.js`, (): ChatPort => ({
    ...visitor,
    mount: host.mount,
    shadow: host.shadow,
    launcher,
    workspaceName,
    clock,
    describePage: visitor.facts.describe,
    tell: announcements.tell,
    onOpened: (by) => sensor.take({ type: "chat_opened", at: clock.steady(), by }),
  }));
  const { session } = visitor;
  const chat = chatLoader.started;
  const stopFollowing = followPage({ page, clock, session, sensor, tellBeginning, chat });

  let isHidden = false;
  let isOver = false;
  const ready = fetchConfig(key, visitor.request, clock).then((config) => {
    if (config === null || isOver) return false;
    workspaceName = config.workspaceName;
    sensor.arm(config.armed);
    resume();
    if (!isHidden) host.show();
    if (visitor.expectsMessages()) whenIdle(page, clock, () => void chatLoader.start());
    announcements.tell("ready");
    return true;
  });

  const widget: Widget = {
    open: async (by) => {
      if (!(await ready)) return;
      widget.show();
      launcher.showNote(null);
      launcher.showBusy(true);
      const chat = await chatLoader.start();
      launcher.showBusy(false);
      if (chat === null) launcher.showNote(launcherTexts.loadFailed);
      else chat.open(by);
    },
    close: () => chatLoader.started()?.close(),
    show: () => {
      if (isHidden) announcements.tell("show");
      isHidden = false;
      void ready.then((isReady) => (isReady && !isHidden ? host.show() : null));
    },
    hide: () => {
      widget.close();
      isHidden = true;
      host.hide();
      announcements.tell("hide");
    },
    shutdown: () => {
      isOver = true;
      stopFollowing();
      sensor.stop();
      chatLoader.started()?.stop();
      host.remove();
      visitor.keep.clear();
      visitor.tabKeep.clear();
    },
  };
  return widget;
};

/** Nothing comes upon a visitor sooner after their arrival (SPEC 2 "Proactive manners"). */
const arrivalMs = 10_000;

/** A sensor whose conclusions go to the server, and the way to send what an earlier page left behind. */
const createReportingSensor = (
  visitor: Visitor,
  page: Window,
  clock: Clock,
  onReported: () => void,
): {
  readonly sensor: Sensor;
  readonly tellBeginning: () => void;
  /** Call it once armed. */
  readonly resume: () => void;
} => {
  const queue = createDetectionQueue({ ...visitor, clock, onReported });
  const onFired = (trigger_type: string, evidence: Evidence): void => {
    const visitor_session_id = visitor.session.touch();
    // Opening the chat is the visitor's own act; everything else would come upon them.
    const waitMs = trigger_type === "chat_opened" ? 0 : arrivalMs - visitor.session.age();
    const page = visitor.facts.describe();
    queue.add({ trigger_type, visitor_session_id, page, evidence }, waitMs);
  };
  const memory = createSessionMemory(visitor.keep, visitor.session);
  const sensor = createSensor({
    types: detectors,
    listenTo: (name, give) => sources[name]?.(page, clock, give),
    clock,
    memory,
    onFired,
  });
  // Not before the sensor is armed: a page that is left sooner leaves the beginning to the next.
  let isArmed = false;
  const tellBeginning = (): void => {
    const visitNumber = isArmed ? visitor.session.takeBeginning() : null;
    if (visitNumber !== null)
      sensor.take({ type: "session_began", at: clock.steady(), visitNumber });
  };
  return {
    sensor,
    tellBeginning,
    resume: () => {
      isArmed = true;
      tellBeginning();
      queue.resume();
    },
  };
};

const whenIdle = (page: Window, clock: Clock, act: () => void): void => {
  if (typeof page.requestIdleCallback === "function")
    page.requestIdleCallback(guarded(act), { timeout: idleTimeoutMs });
  else clock.after(idleTimeoutMs / 2, act);
};
