import type { ShopFacts } from "#triggers/detectors";

/** What puts something in the cart; the small cart in the page's frame is none. */
const cartForms =
  'form[action*="cart" i],form[action*="basket" i],[name="add-to-cart"],[id*="add-to-cart" i],[class*="add-to-cart" i],[class*="addtocart" i],[data-add-to-cart]';
const prices = '[itemprop="price"],.price,.product-price';
/** Stands on product pages alone. */
const priceMeta = 'meta[property$="price:amount"]';
const shopParts = '[class*="cart" i],[class*="basket" i],[class*="price" i],[itemprop="price"]';

/**
 * Reads the marks of a shop that stand on the page now.
 * @param isFresh tells whether a text did not stand on the page before: single-page navigation may leave what tells of that page.
 */
export const readShopFacts = (
  page: Window,
  events: readonly string[],
  isFresh: (text: string) => boolean,
): ShopFacts => {
  const { document } = page;
  const { body } = document;
  const marks = `${readPageType(page)} #${body.id} ${body.className}`;
  const ogType = readMeta(document, "type");
  const openGraph = `${ogType} ${readMeta(document, "title")} ${readMeta(document, "url")}`;
  const texts = Array.from(
    document.querySelectorAll('script[type*="ld+json" i]'),
    ({ textContent }) => textContent,
  );
  return {
    url: page.location.href,
    marks: isFresh(marks) ? marks.trim().toLowerCase().replaceAll(/\s+/g, " ") : "",
    ogType: isFresh(openGraph) ? ogType.toLowerCase() : "",
    jsonLd: texts.filter((text) => isFresh(text)),
    events,
    offerCount:
      count(document, cartForms) ||
      (document.querySelector(priceMeta) === null ? count(document, prices) : 1),
    sells: document.querySelector(shopParts) !== null,
  };
};

/** What Shopify, PrestaShop or BigCommerce call the page; the last gives this object to product pages alone. */
const readPageType = (page: Window): string => {
  const type =
    dig(page, "ShopifyAnalytics.meta.page.pageType") ?? dig(page, "prestashop.page.page_name");
  if (typeof type === "string") return `type:${type}`;
  return dig(page, "BCData.product_attributes") === undefined ? "" : "type:product";
};

const dig = (from: unknown, name: string): unknown =>
  name
    .split(".")
    .reduce(
      (value: unknown, key) =>
        typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
      from,
    );

const readMeta = (document: Document, name: string): string =>
  document
    .querySelector(`meta[property="og:${name}"],meta[name="og:${name}"]`)
    ?.getAttribute("content") ?? "";

/** Counts the outermost, outside the page's frame, those of one form once. */
const count = (document: Document, selector: string): number =>
  new Set(
    Array.from(
      document.querySelectorAll(`:is(${selector}):not(:is(header,nav,footer,${selector}) *)`),
      (element) => element.closest("form") ?? element,
    ),
  ).size;
