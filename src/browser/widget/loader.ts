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
  /** The tag's address names the workspace; `data-…` of the tag say the rest. */
  const given = {
    key: new URL(script.src).searchParams.get("key") ?? undefined,
    ...fieldsOf(script.dataset),
  };
  let options: Readonly<Record<string, unknown>> = given;

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
    // Nothing the page has said of the last visitor may be said of the next.
    options = given;
  };
  if (options["key"] !== undefined) start();
  const commands = {
    boot: (wanted: unknown) => {
      options = { ...options, ...fieldsOf(wanted) };
      start();
      const { user_jwt } = options;
      return user_jwt === undefined ? undefined : booted().call("identify", [{ user_jwt }]);
    },
    consent: (answer: unknown) => {
      if (answer === "given") return booted().grantConsent();
      if (answer !== "required") throw new Error('consent is "given" or "required"');
      const { key, language } = options;
      shutdown();
      options = { key, language, consent: answer };
      start();
    },
    open: () => booted().open("page"),
    close: () => booted().close(),
    show: () => booted().show(),
    hide: () => booted().hide(),
    on: announcements.on,
    off: announcements.off,
    shutdown,
  };
  publishCommands(window, commands, (verb, values) => booted().call(verb, values));
};

guarded(load)();
