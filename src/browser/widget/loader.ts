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
  const announcements = createAnnouncements(window);
  let widget: Widget | null = null;
  let options: Readonly<Record<string, unknown>> = fieldsOf(script.dataset);

  const start = (): void => {
    const { key, consent, language } = options;
    if (typeof key !== "string" || key === "") throw new Error("boot wants { key }");
    widget ??= startWidget({
      key,
      consent,
      language: typeof language === "string" ? language : "",
      baseUrl: new URL(".", script.src).href,
      page: window,
      clock: pageClock,
      announcements,
    });
  };
  const booted = (): Widget => {
    if (widget === null) throw new Error("switchboard is not booted");
    return widget;
  };
  const shutdown = (): void => {
    widget?.shutdown();
    widget = null;
  };
  const call =
    (verb: string) =>
    (...values: readonly unknown[]): unknown =>
      booted().call(verb, values);

  if (options["key"] !== undefined) start();
  publishCommands(window, {
    boot: (given) => {
      options = { ...options, ...fieldsOf(given) };
      start();
      const { user_jwt } = options;
      return user_jwt === undefined ? undefined : booted().call("identify", [{ user_jwt }]);
    },
    consent: (answer) => {
      if (answer === "given") return booted().grantConsent();
      if (answer !== "required") throw new Error('consent is "given" or "required"');
      shutdown();
      options = { ...options, consent: answer };
      start();
    },
    identify: call("identify"),
    update: call("update"),
    track: call("track"),
    startWorkflow: call("startWorkflow"),
    open: () => booted().open("page"),
    close: () => booted().close(),
    show: () => booted().show(),
    hide: () => booted().hide(),
    on: announcements.on,
    off: announcements.off,
    shutdown,
  });
};

guarded(load)();
