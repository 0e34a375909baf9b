import { guarded } from "../guard.ts";
import { createLazyPart } from "../lazy-part.ts";
import type { Shop, ShopPort } from "../shop-port.ts";
import type { Source } from "./source.ts";
import { watchPage } from "./watch-page.ts";

/** After a page is entered it is looked at at these moments: once it has settled, and again for what arrives late. */
const lookAfterMs = [100, 1_500, 5_000];

/** Parts of what shop pages are called in paths, by shop systems, to search engines and in measurement. Too much does no harm here. */
const hints =
  /prod[uo]|cart|bas?ket|\bbag|trolley|checkout|order|purchase|view_item|ctl-detail|artik|artic|item\/|\/d?p\/|korb|wagen|kass|panier|command|caisse|carr[ei]|cest|compra|winkel|sacola|koszyk|k[uo]rv|korg|bestel|pedido|ordine|afreken|betaling|cassa/i;

/**
 * Brings shop.js to pages that look like a shop's, so that others, which is most of them, do without it: it reads them closely and tells
 * what they are.
 */
export const shop: Source = (page, clock, give, baseUrl) => {
  const reader = createLazyPart<ShopPort, Shop>(`${baseUrl}shop.js`, async () => ({
    page,
    clock,
    give,
  }));
  const look = guarded((): void => {
    if (reader.started() === null && hints.test(gatherNames(page))) void reader.start();
  });
  const stopWatching = watchPage(page, clock, ({ type }) => {
    if (type === "page_entered") for (const afterMs of lookAfterMs) clock.after(afterMs, look);
  });
  return () => {
    stopWatching();
    reader.started()?.stop();
  };
};

const gatherNames = (page: Window): string => {
  const { body } = page.document;
  const names = page.document.querySelectorAll('script[type*="ld+json"],meta[property="og:type"]');
  let events: readonly unknown[] = [];
  guarded(() => {
    const layer: unknown = Reflect.get(page, "dataLayer");
    if (Array.isArray(layer)) events = layer.map(nameEvent);
  })();
  return [
    page.location.pathname,
    body.id,
    body.className,
    // BigCommerce says it nowhere else.
    "BCData" in page && "product",
    ...Array.from(names, (element) => element.getAttribute("content") ?? element.textContent),
    ...events,
  ].join(" ");
};

/** Also of an event told by `gtag("event", name)`, whose arguments lie in the layer as they are. */
const nameEvent = (entry: unknown): unknown =>
  typeof entry === "object" &&
  entry !== null &&
  (Reflect.get(entry, "event") ?? Reflect.get(entry, 1));
