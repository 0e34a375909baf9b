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
  let listeners: readonly (readonly [event: unknown, listener: unknown])[] = [];
  return {
    on: (event, listener) => {
      if (typeof listener !== "function") throw new Error("on wants a function");
      listeners = [...listeners, [event, listener]];
    },
    off: (event, listener) => {
      listeners = listeners.filter(
        (held) => held[0] !== event || (listener !== undefined && held[1] !== listener),
      );
    },
    tell: (event, detail = null) => {
      for (const [heard, listener] of listeners)
        if (heard === event && typeof listener === "function")
          guarded(() => Reflect.apply(listener, undefined, [detail]))();
      guarded(() => page.dispatchEvent(new CustomEvent(`switchboard:${event}`, { detail })))();
    },
  };
};
