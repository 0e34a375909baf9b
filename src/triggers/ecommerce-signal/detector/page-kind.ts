/** Which page of a shop a page is, from the marks it shows. Not in widget.js: it comes with shop.js where a page looks like a shop's. */
import { toPageAddress } from "#core/page";
import type { PageKind } from "../../detector-contract.ts";

/** What a page shows of a shop: marks that shop systems, search engines and measurement tools leave, never what is offered. */
export interface ShopFacts {
  readonly url: string;
  /**
   * What the shop system calls the page (`type:…`), id (`#…`) and classes of its body, in lower case, separated by single spaces. Empty
   * after single-page navigation that left them as they were.
   */
  readonly marks: string;
  readonly ogType: string;
  /** Texts of JSON-LD, broken ones too; without those the page before had. */
  readonly jsonLd: readonly string[];
  /** Shop events of Google's data layer (GA4 names) since the page was entered, in order. */
  readonly events: readonly string[];
  /** How many things can be put in a cart here, else how many prices stand here. */
  readonly offerCount: number;
  /** There is something about carts or prices anywhere on the page. */
  readonly sells: boolean;
}

type Kind = PageKind["kind"];

/**
 * Marks of Shopify, PrestaShop and BigCommerce (`type:`), PrestaShop's body, WooCommerce, Magento, Shopware 5 and 6. The first that fits
 * counts: WooCommerce says of a confirmation that it is a checkout too.
 */
const platforms: readonly (readonly [Kind | null, RegExp])[] = [
  [
    "order_confirmation",
    / (type:order-?confirmation|#order-confirmation .*page-order-conf|woocommerce-order-received|(checkout-onepage|multishipping-checkout)-success|is-+ctl-checkout is-+act-finish)/,
  ],
  [
    "checkout",
    / (type:checkout|#checkout .*page-checkout|woocommerce-checkout|(onestep|fire)?checkout-index-index|is-+ctl-checkout is-+act-(confirm|shippingpayment)|is-ctl-register is-act-checkout)/,
  ],
  [
    "cart",
    / (type:cart|#cart .*page-cart|woocommerce-cart|checkout-cart-index|is-+ctl-checkout is-+act-cart)/,
  ],
  [
    "product",
    / (type:product|#product .*page-product|catalog-product-view|is-+ctl-(product|detail)|woocommerce.* single-product|single-product .*woocommerce\S*) /,
  ],
  // The shop system says that it is something else: a list, a post, the home page.
  [
    null,
    / (type:|archive|single-post|catalog-category|catalogsearch|is-+ctl-(navig|listing|search))/,
  ],
];

const kindsOfEvents: Readonly<Partial<Record<string, Kind>>> = {
  view_item: "product",
  add_to_cart: "product",
  view_cart: "cart",
  begin_checkout: "checkout",
  purchase: "order_confirmation",
};

/** Whole path segments in English, German, French, Spanish, Italian, Dutch, Portuguese, and some neighbours. */
const words: readonly (readonly [Kind, RegExp])[] = [
  [
    "cart",
    /^((shopping|my)?-?(cart|basket|bag|trolley)|warenkorb|einkaufswagen|(mon-)?panier|carrito(-de-(la-)?compras?)?|cesta(-de-compras?)?|carrello|winkel(wagen|mandje|mand)|carrinho(-de-compras)?|sacola|koszyk|varukorg(en)?|kundvagn|handlekurv|kurv|indkoebskurv)$/,
  ],
  [
    "checkout",
    /^((cart-)?checkout|zur-kasse|kass[ea]|commander?|caisse|(finalizar|tramitar)-(la-)?(compra|pedido|encomenda)|cassa|afrekenen|betaling)$/,
  ],
  [
    "order_confirmation",
    /^(order-?(confirm(ed|ation)|received|completed?|success(ful)?)|bestell(ung-)?(bestaetigung|bestätigung)|bestellung-(bestaetigt|bestätigt)|commande-(confirmee|confirmée|recue|reçue)|confirmation-(de-)?(la-)?commande|pedido-(confirmado|recibido|recebido)|confirma(cion|ción|cao|ção)-(d[eo]-)?pedido|ordine-(confermato|ricevuto)|conferma-ordine|bestelling-(bevestigd|ontvangen)|(bestel|order)bevestiging)$/,
  ],
  ["product", /^(d?p|ip|item|artikel|articulos?|produ[ckit]\w{1,3}|prodott[oi])$/],
];
/** Ends a checkout that has gone well; means nothing elsewhere. */
const thanks =
  /^(success|thank-?(you|s)|completed?|confirm(ed|ation)|danke|merci|gracias|grazie|bedankt|obrigado)$/;
/** Language and the name of the shop's part of a site may stand before everything else. */
const preamble = /^([a-z]{2}([-_]\w{2,4})?|shop|store|index)?$/;
/** Sites and pages that write about carts and checkouts rather than being one. */
const writing =
  /(^|[./])(blogs?|news|docs?|documentation|help|support|faqs?|wiki|guides?|articles?|posts?|stories|magazine?|journal|forum|community|learn|academy|tutorials?|features?|solutions?|integrations?|developers?|api|components?|templates?|icons?|tags?|topics?|search|categor\w+|collections?)[./]/;
/** Types of JSON-LD that name products without being about one. */
const listTypes = /ItemList|OfferCatalog|Collection|SearchResults|Article|Posting|Recipe/;

/** Tells which page of a shop this is, by the first of its marks that knows; null for all others. */
export const findPageKind = (facts: ShopFacts): PageKind | null => {
  const { events, ogType, offerCount } = facts;
  const platform = platforms.find(([, marks]) => marks.test(` ${facts.marks} `));
  if (platform !== undefined) return found(platform[0], "platform", 0.95);

  const types = facts.jsonLd.flatMap(readTypes);
  const products = types.filter((type) => /\bProduct(Group)?\b/.test(type)).length;
  const isList = products > 1 || types.some((type) => listTypes.test(type));

  // A purchase is told once and at last; of the others the first tells the page, for drawers and previews come later.
  const event = events.find((name) => name === "purchase") ?? events[0] ?? "";
  // Lists let people put things in the cart too.
  const isFromList = event === "add_to_cart" && (isList || offerCount > 1);
  const told = isFromList ? undefined : kindsOfEvents[event];
  if (told !== undefined) return found(told, "data_layer", 0.9);

  const { host, path } = toPageAddress(facts.url.toLowerCase());
  // Start pages praise a product in the same words; only something to buy makes one of them its page.
  if (!isList && (path !== "/" || offerCount === 1)) {
    if (/^(og:)?product(\.item)?$/.test(ogType)) return found("product", "og_type", 0.85);
    if (products === 1 && ogType !== "article") return found("product", "json_ld", 0.8);
  }
  const kind = findKindOfPath(path, host, facts.sells);
  if (kind !== "product") return found(kind, "path", 0.7);
  return isList || offerCount !== 1 ? null : found(kind, "path", 0.6);
};

const found = (
  kind: Kind | null,
  reason: PageKind["reason"],
  confidence: number,
): PageKind | null => (kind === null ? null : { kind, reason, confidence });

const findKindOfPath = (path: string, host: string, sells: boolean): Kind | null => {
  const segments = path.split("/").map((segment) => segment.replace(/\.\w+$/, ""));
  const start = segments.findIndex((segment) => !preamble.test(segment));
  if (start < 0) return null;
  const kinds = segments
    .slice(start)
    .map((segment) => words.find(([, word]) => word.test(segment))?.[0] ?? null);
  const productAt = kinds.indexOf("product");
  // A product's own page has a name below; the word alone is a list.
  if (productAt >= 0) return productAt < kinds.length - 1 ? "product" : null;
  if (writing.test(`${host}${path}/`)) return null;
  // Below another page only the last word counts, and only where something is sold.
  if (kinds[0] === null) return sells ? (kinds.at(-1) ?? null) : null;
  const isDone = kinds.length > 1 && thanks.test(segments.at(-1) ?? "");
  return isDone ? "order_confirmation" : (kinds.findLast((kind) => kind !== null) ?? null);
};

/** The types of what a JSON-LD text is about; what stands inside (variants, reviewed or related things) does not count. */
const readTypes = (text: string): string[] => {
  try {
    return listThings(JSON.parse(text)).map((thing) => String(Reflect.get(thing, "@type")));
  } catch {
    return [];
  }
};

const listThings = (value: unknown): object[] => {
  if (Array.isArray(value)) return value.flatMap(listThings);
  if (typeof value !== "object" || value === null) return [];
  const inside = ["@graph", "mainEntity"].flatMap((name) => listThings(Reflect.get(value, name)));
  return [value, ...inside];
};
