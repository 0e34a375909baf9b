import { describe, expect, it } from "vitest";
import { type ShopFacts, findPageKind } from "#triggers/detectors";
import { claimVectors } from "../../../testing/behaviors/claim-vectors.ts";

const bare: ShopFacts = {
  url: "https://s.test/a",
  marks: "#",
  ogType: "",
  jsonLd: [],
  events: [],
  offerCount: 0,
  sells: false,
};
const judge = (facts: Partial<ShopFacts>) => findPageKind({ ...bare, ...facts });
const kindOf = (facts: Partial<ShopFacts>): string | null => judge(facts)?.kind ?? null;
const at = (path: string, more: Partial<ShopFacts> = {}): string | null =>
  kindOf({ url: `https://s.test${path}`, ...more });
const ld = (...values: readonly unknown[]): readonly string[] =>
  values.map((value) => JSON.stringify(value));

describe("the kind of a shop's page", () => {
  it.each([
    ["type:product #", "product"],
    ["type:cart #", "cart"],
    ["type:order-confirmation #order-confirmation", "order_confirmation"],
    ["#cart lang-fr page-cart", "cart"],
    ["#checkout lang-fr page-checkout", "checkout"],
    ["# single-product woocommerce-page", "product"],
    ["# woocommerce woocommerce-page single-product", "product"],
    ["# woocommerce-checkout woocommerce-page woocommerce-order-received", "order_confirmation"],
    ["# is-ctl-checkout is-act-finishpage", "order_confirmation"],
  ])("is what the shop system says: %s", (marks, kind) => {
    expect(judge({ marks })).toEqual({ kind, reason: "platform", confidence: 0.95 });
  });

  it.each([
    "type:collection #",
    "type:home #index",
    "# archive tax-product_cat woocommerce",
    "# single-post woocommerce-no-js",
    "# catalog-category-view",
    "# is-ctl-navigation is-act-index",
  ])("is none when the shop system says so, whatever else the page has: %s", (marks) => {
    expect(
      kindOf({
        marks,
        ogType: "product",
        jsonLd: ld({ "@type": "Product" }),
        events: ["view_item"],
      }),
    ).toBeNull();
  });

  it.each([
    "#product",
    "# product cart checkout",
    "#cart page-product",
    "# single-product",
    "# page-product",
    "# xwoocommerce-cart",
  ])("needs more than a word in id or class: %s", (marks) => {
    expect(kindOf({ marks })).toBeNull();
  });

  it.each([
    [["view_item"], "product"],
    [["add_to_cart"], "product"],
    [["view_cart"], "cart"],
    [["view_cart", "begin_checkout"], "cart"],
    [["view_item", "view_cart"], "product"],
    [["begin_checkout"], "checkout"],
    [["begin_checkout", "purchase"], "order_confirmation"],
    [["view_item_list", "view_item"], null],
    [["view_item_list", "add_to_cart"], null],
  ])("is what is measured first, or a purchase: %j", (events, kind) => {
    expect(kindOf({ events })).toBe(kind);
  });

  it("is none when something is put in the cart from a list", () => {
    expect(kindOf({ events: ["add_to_cart"], offerCount: 4 })).toBeNull();
    const list = ld({ "@type": "Product" }, { "@type": "Product" });
    expect(kindOf({ events: ["add_to_cart"], jsonLd: list })).toBeNull();
  });

  it.each([
    ["product", "product"],
    ["og:product", "product"],
    ["product.item", "product"],
    ["product.group", null],
    ["article", null],
    ["website", null],
  ])("is a product by og:type %s", (ogType, kind) => {
    expect(kindOf({ ogType })).toBe(kind);
  });

  it.each<[string, readonly string[], string | null]>([
    ["one product", ld({ "@type": "Product" }), "product"],
    ["its type in full", ld({ "@type": "https://schema.org/Product" }), "product"],
    ["one of two types", ld({ "@type": ["Thing", "Product"] }), "product"],
    [
      "beside a trail of crumbs",
      ld({ "@type": "BreadcrumbList" }, { "@type": "Product" }),
      "product",
    ],
    [
      "a group with variants",
      ld({ "@type": "ProductGroup", hasVariant: [{ "@type": "Product" }, { "@type": "Product" }] }),
      "product",
    ],
    [
      "what a page is about",
      ld({ "@type": "ItemPage", mainEntity: { "@type": "Product" } }),
      "product",
    ],
    ["two products", ld({ "@type": "Product" }, { "@type": "Product" }), null],
    [
      "a list of one",
      ld({ "@type": "ItemList", itemListElement: [{ item: { "@type": "Product" } }] }),
      null,
    ],
    [
      "a product in an article",
      ld({ "@graph": [{ "@type": "NewsArticle" }, { "@type": "Product" }] }),
      null,
    ],
    ["a reviewed product", ld({ "@type": "Review", itemReviewed: { "@type": "Product" } }), null],
    ["something named like one", ld({ "@type": "ProductionCompany" }), null],
    ["broken beside a good one", ["{bad", ...ld({ "@type": "Product" })], "product"],
    ["broken", ["{bad", "", "null", "7", '"Product"', "[[[]]]"], null],
  ])("is told by JSON-LD: %s", (_name, jsonLd, kind) => {
    expect(kindOf({ jsonLd })).toBe(kind);
  });

  it("is no product on a start page, unless there is one thing to buy", () => {
    const jsonLd = ld({ "@type": "Product" });
    expect(at("/", { jsonLd })).toBeNull();
    expect(at("/", { jsonLd, offerCount: 1 })).toBe("product");
  });

  it.each([
    ["/cart", "cart"],
    ["/Cart/", "cart"],
    ["/cart.php", "cart"],
    ["/en/cart", "cart"],
    ["/de-DE/shop/warenkorb", "cart"],
    ["/checkout/cart", "cart"],
    ["/cart/checkout", "checkout"],
    ["/checkout/payment", "checkout"],
    ["/commande", "checkout"],
    ["/checkout/onepage/success", "order_confirmation"],
    ["/bestellung-bestätigt", "order_confirmation"],
    ["/order-confirmed", "order_confirmation"],
    ["/order/cart-rules", null],
    ["/thank-you", null],
    ["/orders/success", null],
    ["/mycartoon", null],
    ["/basketball", null],
    ["/order-tracking", null],
    ["/checkouts", null],
    ["/golf-cart", null],
    ["/demo/cart", null],
    ["/en/de", null],
    ["/", null],
  ])("is told by a whole path segment: %s", (path, kind) => {
    expect(at(path)).toBe(kind);
  });

  it.each([
    ["/demo/cart", "cart"],
    ["/b2b/account/checkout", "checkout"],
    ["/demo/order-confirmed", "order_confirmation"],
    ["/demo/cart/rules", null],
    ["/blog/cart", null],
    ["/docs/api/checkout", null],
    ["/categories/bag", null],
    ["/products/cart", null],
  ])("is told below other pages only where something is sold: %s", (path, kind) => {
    expect(at(path, { sells: true })).toBe(kind);
  });

  it("is none on a site that writes about shops", () => {
    expect(kindOf({ url: "https://docs.pay.test/checkout", sells: true })).toBeNull();
  });

  it.each([
    ["/products/chair", 1, "product"],
    ["/de/produkte/stuehle/stuhl", 1, "product"],
    ["/p/stuhl-1", 1, "product"],
    ["/products/chair", 0, null],
    ["/products/chairs", 12, null],
    ["/products", 1, null],
    ["/production/chair", 1, null],
  ])("is a product by path with just one thing to buy: %s, %d", (path, offerCount, kind) => {
    expect(at(path, { offerCount })).toBe(kind);
  });
});

/** A platform leaves marks on all its pages; those without a page type say nothing. */
const expectNoPlatformAlone = (): void => {
  for (const marks of ["#", "# woocommerce-no-js", "# theme-storefront", "#page layout-full-width"])
    expect(kindOf({ marks, sells: true })).toBeNull();
};

const expectWholeSegments = (paths: unknown): void => {
  if (typeof paths !== "object" || paths === null) throw new Error("the vector has no paths");
  for (const [path, isShop] of Object.entries(paths)) expect(at(path) !== null).toBe(isShop);
};

claimVectors(["ecommerce_signal"], {
  "ecom-wa-01": expectNoPlatformAlone,
  "ecom-wa-02": ({ ours }) => expectWholeSegments(ours?.expected),
  "ecom-own-01": { notTested: "its documents are opened in Chromium by e2e/signals" },
});
