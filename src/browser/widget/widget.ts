import { detectors } from "#triggers/detectors";
import type { Announcements } from "./announcements.ts";
import type { Clock } from "./clock.ts";
import { guarded } from "./guard.ts";
import { createHost } from "./launcher/host.ts";
import { createLauncher } from "./launcher/launcher.ts";
import { createChatLoader } from "./load-chat.ts";
import { createSensor } from "./sensor.ts";
import { createVisitorSession } from "./session/visitor-session.ts";
import { createPageFacts } from "./signals/page-facts.ts";
import { watchPage, type PageChange } from "./signals/watch-page.ts";
import { createKeep } from "./storage/keep.ts";
import { launcherTexts } from "./texts.ts";
import { createDetectionQueue } from "./transport/detection-queue.ts";
import { createRequest } from "./transport/request.ts";
import { createVisits } from "./transport/visits.ts";
import { fetchConfig } from "./widget-config.ts";

/** Input counts as activity of the visitor session at most this often. */
const touchEveryMs = 15_000;
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
  const apiUrl = `${baseUrl}v1`;
  const keep = createKeep(`switchboard:${key}:`, () => page.localStorage);
  const tabKeep = createKeep(`switchboard:${key}:`, () => page.sessionStorage);
  const request = createRequest(apiUrl, clock, (...values) => page.fetch(...values));
  const session = createVisitorSession(keep, clock);
  const facts = createPageFacts(page);
  const visits = createVisits({ key, keep, request, session, page: facts });

  const expectMessages = (): void => keep.write("expects_in_session", session.touch());
  const expectsMessages = (): boolean =>
    keep.read("has_conversation") === true ||
    (visits.known() !== null && keep.read("expects_in_session") === session.touch());

  const queue = createDetectionQueue({
    keep,
    visits,
    request,
    clock,
    onReported: () => {
      expectMessages();
      void ready.then(() => chatLoader.start());
    },
  });
  const sensor = createSensor(detectors, clock, (trigger_type, evidence) =>
    queue.add({
      trigger_type,
      visitor_session_id: session.touch(),
      page: facts.describe(),
      evidence,
    }),
  );

  const host = createHost();
  const launcher = createLauncher({
    shadow: host.shadow,
    onPress: () =>
      chatLoader.started()?.isOpen() === true ? widget.close() : void widget.open("visitor"),
    onNear: () => chatLoader.preload(),
  });
  host.hide();
  let isHiddenByPage = keep.read("is_hidden") === true;

  const chatLoader = createChatLoader(`${baseUrl}chat.js`, () => ({
    mount: host.mount,
    shadow: host.shadow,
    launcher,
    workspaceName,
    apiUrl,
    request,
    visits,
    session,
    keep,
    tabKeep,
    clock,
    describePage: facts.describe,
    tell: announcements.tell,
    onOpened: (by) => sensor.take({ type: "chat_opened", at: clock.steady(), by }),
  }));

  let touchedAt = 0;
  const take = (change: PageChange): void => {
    switch (change.type) {
      case "entered":
        session.touch();
        sensor.take({ ...change, type: "page_entered" });
        if (change.isLoad) chatLoader.started()?.wake();
        else chatLoader.started()?.pageChanged();
        break;
      case "shown":
        sensor.take({ type: "page_shown", at: change.at });
        chatLoader.started()?.wake();
        break;
      case "left":
        chatLoader.started()?.sleep();
        break;
      case "hidden":
        sensor.take({ type: "page_hidden", at: change.at });
        break;
      case "used":
        if (change.at - touchedAt < touchEveryMs) return;
        touchedAt = change.at;
        session.touch();
        break;
    }
  };
  const stopWatching = watchPage(page, clock, take);

  let workspaceName = "";
  const ready = fetchConfig(key, request, clock).then((config) => {
    if (config === null) return false;
    workspaceName = config.workspaceName;
    sensor.arm(config.armed);
    queue.resume();
    if (!isHiddenByPage) host.show();
    if (expectsMessages() || tabKeep.read("is_open") === true)
      whenIdle(page, clock, () => void chatLoader.start());
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
      if (isHiddenByPage) announcements.tell("show");
      isHiddenByPage = false;
      keep.write("is_hidden", null);
      host.show();
    },
    hide: () => {
      widget.close();
      isHiddenByPage = true;
      keep.write("is_hidden", true);
      host.hide();
      announcements.tell("hide");
    },
    shutdown: () => {
      stopWatching();
      sensor.stop();
      chatLoader.started()?.stop();
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
