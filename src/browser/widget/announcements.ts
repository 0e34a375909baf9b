import type { WidgetEvent } from "./chat-port.ts";
import { guarded } from "./guard.ts";

/** Tells the page's own script what happens: by `on`, and as `switchboard:…` events on window. */
export interface Announcements {
  readonly on: (event: unknown, listener: unknown) => void;
  /** Without a listener all of the event's listeners go. */
  readonly off: (event: unknown, listener: unknown) => void;
  readonly tell: (event: WidgetEvent, detail?: unknown) => void;
}

export const createAnnouncements = (page: Window): Announcements => {
  let held: readonly (readonly [event: unknown, listener: unknown, unhear: () => void])[] = [];
  return {
    on: (event, listener) => {
      if (typeof listener !== "function") throw new Error("on wants a function");
      const hear = (heard: Event): unknown =>
        Reflect.apply(listener, undefined, [Reflect.get(heard, "detail")]);
      const name = `switchboard:${String(event)}`;
      page.addEventListener(name, hear);
      held = [...held, [event, listener, () => page.removeEventListener(name, hear)]];
    },
    off: (event, listener) => {
      for (const [name, heldListener, unhear] of held)
        if (name === event && (listener === undefined || listener === heldListener)) unhear();
    },
    tell: (event, detail = null) => {
      guarded(() => page.dispatchEvent(new CustomEvent(`switchboard:${event}`, { detail })))();
    },
  };
};
