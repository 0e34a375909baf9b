/** Entry of widget.js: finds its own script tag, puts up the global function, boots with the tag's key. */
import { createAnnouncements } from "./announcements.ts";
import { isTaken, publishCommands } from "./commands.ts";
import { guarded } from "./guard.ts";
import { useStyleNonce } from "./launcher/sheet.ts";
import { pageClock } from "./page-clock.ts";
import { startWidget, type Widget } from "./widget.ts";

const load = (): void => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || isTaken(window)) return;
  useStyleNonce(script.nonce);
  const baseUrl = new URL(".", script.src).href;
  const announcements = createAnnouncements(window);
  let widget: Widget | null = null;

  const boot = (key: unknown): void => {
    if (typeof key !== "string" || key === "")
      throw new Error('switchboard("boot", { key }) wants the workspace\'s public key');
    widget ??= startWidget({ key, baseUrl, page: window, clock: pageClock, announcements });
  };
  const booted = (): Widget => {
    if (widget === null)
      throw new Error('the widget is not started; call switchboard("boot", { key })');
    return widget;
  };
  if (script.dataset["key"] !== undefined) boot(script.dataset["key"]);
  publishCommands(window, {
    boot: (options) =>
      boot(
        typeof options === "object" && options !== null && "key" in options
          ? options.key
          : script.dataset["key"],
      ),
    open: () => booted().open("page"),
    close: () => booted().close(),
    show: () => booted().show(),
    hide: () => booted().hide(),
    on: (event, listener) => announcements.on(event, listener),
    off: (event, listener) => announcements.off(event, listener),
    shutdown: () => {
      widget?.shutdown();
      widget = null;
    },
  });
};

guarded(load)();
