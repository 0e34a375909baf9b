import type { LiveLauncher } from "../launcher/live-launcher.ts";

/** Where the chat stands. */
export interface ChatPlace {
  /** Everything the chat draws is in here. */
  readonly mount: HTMLElement;
  readonly launcher: LiveLauncher;
}

/** Keys pressed in the widget stay in it, so that a page's shortcuts do not fire while the visitor writes. */
export const keepKeysInside = (element: Element): void => {
  for (const type of ["keydown", "keyup", "keypress"])
    element.addEventListener(type, (event) => event.stopPropagation());
};
