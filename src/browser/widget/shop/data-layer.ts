import { guarded } from "../guard.ts";

/** The shop events of GA4; a list tells that an item seen after it may be a glance at something in it. */
const shopEvents = /^(view_item(_list)?|add_to_cart|view_cart|begin_checkout|purchase)$/;

/** The shop events that the page tells Google's data layer. */
interface DataLayer {
  /** Reads what the layer holds and listens to what comes; does nothing where there is none, or it is heard already. */
  readonly listen: () => void;
  /** Names of those told while the page stood on this path, in order. */
  readonly eventsOn: (path: string) => readonly string[];
  readonly stop: () => void;
}

/** @param onEvent is called for each shop event, while the page waits. */
export const createDataLayer = (page: Window, onEvent: () => void): DataLayer => {
  const events: { readonly path: string; readonly name: string }[] = [];
  let heard: unknown = null;
  let unwrap = (): void => {};

  const note = guarded((entry: unknown): void => {
    if (typeof entry !== "object" || entry === null) return;
    // `gtag("event", name)` puts its arguments into the layer as they are.
    const name: unknown = Reflect.get(entry, Reflect.get(entry, 0) === "event" ? 1 : "event");
    if (typeof name !== "string" || !shopEvents.test(name)) return;
    events.push({ path: page.location.pathname, name });
    onEvent();
  });

  return {
    listen: guarded((): void => {
      const layer: unknown = Reflect.get(page, "dataLayer");
      if (!isList(layer) || layer === heard) return;
      heard = layer;
      for (const entry of layer) note(entry);
      const { push } = layer;
      const wrapped = (...entries: readonly unknown[]): number => {
        for (const entry of entries) note(entry);
        return Reflect.apply(push, layer, entries);
      };
      layer.push = wrapped;
      unwrap = () => {
        if (layer.push === wrapped) layer.push = push;
      };
    }),
    eventsOn: (path) => events.filter((event) => event.path === path).map(({ name }) => name),
    stop: () => unwrap(),
  };
};

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
