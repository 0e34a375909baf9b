import type { Clock } from "../clock.ts";
import { guarded } from "../guard.ts";
import { withoutFragment } from "./page-facts.ts";

/** What happens to the page, as the sensor wants to know it. */
export type PageChange =
  | {
      readonly type: "entered";
      readonly at: number;
      readonly url: string;
      readonly isLoad: boolean;
      readonly isVisible: boolean;
    }
  | { readonly type: "shown" | "hidden" | "left" | "used"; readonly at: number };

/** Frameworks change the address first and the title a moment later; redirects pass through in less than this. */
const settleMs = 100;
/** Where there is no Navigation API the address is compared this often while the page is visible; patching `history` could break the page. */
const compareMs = 500;

/**
 * Tells `onChange` when a page is entered (loaded, restored from the back/forward cache, or by single-page navigation), shown, hidden, left
 * and used by trusted input. A prerendered page counts from the moment it is looked at. Answers how to stop.
 */
export const watchPage = (
  page: Window,
  clock: Clock,
  onChange: (change: PageChange) => void,
): (() => void) => {
  const { document } = page;
  const stops = new AbortController();
  const listen = (target: EventTarget, type: string, act: (event: Event) => void): void =>
    target.addEventListener(type, guarded(act), {
      passive: true,
      capture: true,
      signal: stops.signal,
    });
  const isVisible = (): boolean => document.visibilityState === "visible";

  let url = "";
  const enter = (isLoad: boolean): void => {
    url = withoutFragment(page.location.href);
    onChange({ type: "entered", at: clock.steady(), url, isLoad, isVisible: isVisible() });
  };

  let cancelSettling = (): void => {};
  const compare = (): void => {
    if (withoutFragment(page.location.href) === url) return;
    cancelSettling();
    cancelSettling = clock.after(settleMs, () => {
      if (withoutFragment(page.location.href) !== url) enter(false);
    });
  };

  const start = (): void => {
    enter(true);
    listen(document, "visibilitychange", () =>
      onChange({ type: isVisible() ? "shown" : "hidden", at: clock.steady() }),
    );
    listen(page, "pagehide", () => onChange({ type: "left", at: clock.steady() }));
    listen(page, "pageshow", (event) => {
      if (event instanceof PageTransitionEvent && event.persisted) enter(true);
    });
    for (const type of ["pointerdown", "keydown", "scroll"])
      listen(
        document,
        type,
        (event) => event.isTrusted && onChange({ type: "used", at: clock.steady() }),
      );
    const navigation: unknown = Reflect.get(page, "navigation");
    if (navigation instanceof EventTarget) return listen(navigation, "currententrychange", compare);
    listen(page, "popstate", compare);
    const compareAgain = (): void => {
      if (stops.signal.aborted) return;
      if (isVisible()) compare();
      clock.after(compareMs, compareAgain);
    };
    compareAgain();
  };

  if (Reflect.get(document, "prerendering") === true) listen(document, "prerenderingchange", start);
  else start();
  return () => {
    stops.abort();
    cancelSettling();
  };
};
