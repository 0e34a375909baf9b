/** Entry of widget.js: finds its own script tag, puts up the global function, boots with the tag's key. */
import { createAnnouncements } from "./announcements.ts";
import { isTaken, publishCommands } from "./commands.ts";
import { guarded } from "./guard.ts";
import { pageClock } from "./page-clock.ts";
import { fieldsOf } from "./storage/fields-of.ts";
import { startWidget, type Widget } from "./widget.ts";

const load = (): void => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || isTaken(window)) return;
  const baseUrl = new URL(".", script.src).href;
  const announcements = createAnnouncements(window);
  let widget: Widget | null = null;

  const boot = (key: unknown, language: unknown): void => {
    if (typeof key !== "string" || key === "") throw new Error("boot wants { key }");
    widget ??= startWidget({
      key,
      baseUrl,
      page: window,
      clock: pageClock,
      announcements,
      language: typeof language === "string" ? language : "",
    });
  };
  const booted = (): Widget => {
    if (widget === null) throw new Error("switchboard is not booted");
    return widget;
  };
  const { key, language } = script.dataset;
  if (key !== undefined) boot(key, language);
  publishCommands(window, {
    boot: (options) => {
      const given = fieldsOf(options);
      boot(given["key"] ?? key, given["language"] ?? language);
    },
    open: () => booted().open("page"),
    close: () => booted().close(),
    show: () => booted().show(),
    hide: () => booted().hide(),
    on: announcements.on,
    off: announcements.off,
    shutdown: () => {
      widget?.shutdown();
      widget = null;
    },
  });
};

guarded(load)();
