/** Entry of shop.js: tells which page of a shop the page is. Comes to pages that look like a shop's (`signals/shop.ts`). */
import { findPageKind } from "#triggers/detectors";
import { guarded } from "../guard.ts";
import { watchPage } from "../signals/watch-page.ts";
import type { Shop, ShopPort } from "../shop-port.ts";
import { createDataLayer } from "./data-layer.ts";
import { readShopFacts } from "./read-shop-facts.ts";

/** After a page is entered its marks are read at these moments: once it has settled, and again for what arrives late. */
const readAfterMs = [50, 1_500, 5_000];
/** Several events are pushed in a row; they are read together. */
const pushedMs = 50;

/** Reads a few marks at a few moments; no observer. */
export const start = ({ page, clock, give }: ShopPort): Shop => {
  const { document } = page;
  let path = "";
  let told = "";
  let before: ReadonlySet<string> = new Set();
  let now = new Set<string>();
  const isFresh = (text: string): boolean => {
    now.add(text);
    return !before.has(text);
  };

  const read = guarded((): void => {
    dataLayer.listen();
    // The address has changed and not settled: what is pushed now belongs to the page that is entered next.
    if (page.location.pathname !== path) return;
    // A list that has come half looks like a product.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", read, { once: true });
      return;
    }
    const facts = readShopFacts(page, dataLayer.eventsOn(page.location.pathname), isFresh);
    const found = findPageKind(facts);
    const text = JSON.stringify(found);
    if (found !== null && text !== told)
      give({ type: "shop_page_seen", at: clock.steady(), found });
    told = text;
  });
  const dataLayer = createDataLayer(page, () => clock.after(pushedMs, read));

  const stopWatching = watchPage(page, clock, (change) => {
    if (change.type !== "page_entered") return;
    if (change.isLoad) before = new Set();
    // A change of the query alone is no other page.
    else if (page.location.pathname !== path) before = now;
    now = new Set();
    path = page.location.pathname;
    told = "";
    for (const afterMs of readAfterMs) clock.after(afterMs, read);
  });
  return {
    stop: () => {
      stopWatching();
      dataLayer.stop();
    },
  };
};
