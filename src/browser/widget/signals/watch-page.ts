import type { Signal } from "#triggers/detectors";
import type { Clock } from "../clock.ts";
import { guarded } from "../guard.ts";
import { listen } from "./listen.ts";
import { withoutFragment } from "./page-facts.ts";

/** What happens to the page: what the sensor wants to know, and the comings and goings that matter to session and chat alone. */
export type PageChange =
  | Extract<Signal, { readonly type: "page_entered" | "page_shown" | "page_hidden" }>
  | { readonly type: "page_left"; readonly at: number }
  | { readonly type: "page_used"; readonly at: number };

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
  const { signal } = stops;
  const isVisible = (): boolean => document.visibilityState === "visible";
  const address = (): string => withoutFragment(page.location.href);
  const tell = (type: "page_shown" | "page_hidden" | "page_left" | "page_used"): void =>
    onChange({ type, at: clock.steady() });

  let url = "";
  const enter = (isLoad: boolean): void => {
    url = address();
    onChange({
      type: "page_entered",
      at: clock.steady(),
      url,
      isLoad,
      isVisible: isVisible(),
    });
  };

  let cancelSettling = (): void => {};
  const compare = (): void => {
    if (address() === url) return;
    cancelSettling();
    cancelSettling = clock.after(settleMs, () => {
      if (address() !== url) enter(false);
    });
  };

  const compareAgain = (): void => {
    if (signal.aborted) return;
    if (isVisible()) compare();
    clock.after(compareMs, compareAgain);
  };

  const start = (): void => {
    enter(true);
    // Whoever says so: it is looked up, not believed.
    const tellVisible = guarded(() => tell(isVisible() ? "page_shown" : "page_hidden"));
    document.addEventListener("visibilitychange", tellVisible, { capture: true, signal });
    listen(signal, page, "pagehide", () => tell("page_left"));
    listen(signal, page, "pageshow", (event) => {
      if (event instanceof PageTransitionEvent && event.persisted) enter(true);
    });
    listen(signal, document, "pointerdown keydown scroll", () => tell("page_used"));
    const navigation: unknown = Reflect.get(page, "navigation");
    if (navigation instanceof EventTarget)
      listen(signal, navigation, "currententrychange", compare);
    else {
      listen(signal, page, "popstate", compare);
      compareAgain();
    }
  };

  if (Reflect.get(document, "prerendering") === true)
    listen(signal, document, "prerenderingchange", start);
  else start();
  return () => {
    stops.abort();
    cancelSettling();
  };
};
