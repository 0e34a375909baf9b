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
  const listeners = new Map<unknown, Set<unknown>>();
  return {
    on: (event, listener) => {
      if (typeof listener !== "function")
        throw new Error('switchboard("on", …) wants the name of an event and a function');
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off: (event, listener) => {
      if (listener === undefined) listeners.delete(event);
      else listeners.get(event)?.delete(listener);
    },
    tell: (event, detail = null) => {
      const call = guarded(
        (listener: unknown) =>
          typeof listener === "function" && Reflect.apply(listener, undefined, [detail]),
      );
      for (const listener of listeners.get(event) ?? []) call(listener);
      guarded(() => page.dispatchEvent(new CustomEvent(`switchboard:${event}`, { detail })))();
    },
  };
};
