import { guarded } from "../guard.ts";
import type { WidgetConfig } from "../widget-config.ts";

/** Where the widget stands in the page: one element of its own with a shadow root, beside the page's body. */
export interface Host {
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Gives it the workspace's colour and corner. */
  readonly dress: (theme: WidgetConfig["theme"], language: string) => void;
  readonly show: (isShown: boolean) => void;
  readonly remove: () => void;
}

/** Long enough to be no race with a page that takes foreign elements out, short enough to go unnoticed where it replaces its own. */
const reattachMs = 100;

/** Stands beside `body`, not in it, since frameworks replace the body and its children; comes back when somebody removes it. */
export const createHost = (): Host => {
  const element = document.createElement("switchboard-widget");
  element.role = "region";
  element.ariaLabel = "Chat";
  element.hidden = true;

  const root = document.documentElement;
  let isOver = false;
  const attach = (): void => {
    if (!isOver && !element.isConnected) root.append(element);
  };
  // Later, not at once: a page that takes it out each time would never come to anything else.
  const observer = new MutationObserver(() => setTimeout(guarded(attach), reattachMs));
  attach();
  observer.observe(root, { childList: true });

  return {
    element,
    shadow: element.attachShadow({ mode: "open" }),
    dress: ({ accent_color, side, offset_x, offset_y }, language) => {
      element.lang = language;
      element.dataset["side"] = side;
      const { style } = element;
      style.setProperty("--accent", accent_color);
      style.setProperty("--x", `${offset_x}px`);
      style.setProperty("--y", `${offset_y}px`);
    },
    show: (isShown) => {
      element.hidden = !isShown;
    },
    remove: () => {
      isOver = true;
      observer.disconnect();
      element.remove();
    },
  };
};
