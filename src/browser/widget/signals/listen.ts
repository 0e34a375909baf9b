import { guarded } from "../guard.ts";

/**
 * Hears trusted events of these types (names with spaces in between) before the page does, until `stop` is aborted: every listener is
 * passive and captures, so that the page can neither be slowed nor hide its events.
 */
export const listen = (
  stop: AbortSignal,
  target: EventTarget,
  types: string,
  act: (event: Event) => void,
): void => {
  for (const type of types.split(" "))
    target.addEventListener(
      type,
      guarded((event: Event) => event.isTrusted && act(event)),
      { passive: true, capture: true, signal: stop },
    );
};

/** Whether this is the widget's own element, which is on the path of every event from inside the widget. */
export const isOurs = (node: EventTarget): boolean =>
  node instanceof Element && node.localName === "switchboard-widget";
