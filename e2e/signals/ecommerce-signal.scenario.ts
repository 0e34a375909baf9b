import { readFile } from "node:fs/promises";
import { type Page, expect, test } from "@playwright/test";
import { allKinds, judgePages } from "./judge-page.ts";
import { type SignalPage, openSignalPage } from "./signal-page.ts";

const shopPages = (kinds = allKinds) => [{ trigger_type: "ecommerce_signal", config: { kinds } }];
const kindsOf = ({ fired }: SignalPage) => fired.map(({ evidence }) => evidence["kind"]);
/** By then a page has been read twice. */
const silenceMs = 2_500;

/** A single-page shop: `show(path, head)` changes address and head as frameworks do. */
const application = `<main>Shop</main><script>
  window.show = (path, head = "", body = "") => {
    history.pushState(null, "", path);
    document.head.querySelectorAll("meta, script[type]").forEach((element) => element.remove());
    document.head.insertAdjacentHTML("beforeend", head);
    document.querySelector("main").innerHTML = body;
  };
</script>`;
const show = (page: Page, path: string, head = "", body = ""): Promise<void> =>
  page.evaluate((values) => Reflect.get(window, "show")(...values), [path, head, body]);
const push = (page: Page, ...names: readonly string[]): Promise<void> =>
  page.evaluate((events) => {
    const layer = Reflect.get(window, "dataLayer");
    for (const event of events) layer.push({ event, ecommerce: { items: [{ item_id: "1" }] } });
  }, names);
const withLayer = "<script>window.dataLayer = [{ event: 'gtm.js' }];</script>";
const productLd = '<script type="application/ld+json">{"@type":"Product","name":"Chair"}</script>';

test("the documents of the vectors are told apart (ecom-own-01)", async ({ browser }) => {
  const file = new URL("../../src/testing/behaviors/behavior-vectors.json", import.meta.url);
  const { vectors } = JSON.parse(await readFile(file, "utf8"));
  const { input, expected } = vectors.find(({ id }: { id: string }) => id === "ecom-own-01");
  const pages = input.cases.map(({ html, url }: { html: string; url: string }, index: number) => ({
    html: `<!doctype html><html>${html.includes("</head>") ? "" : "<head></head>"}${html}`,
    path: new URL(url).pathname,
    kind: expected.type[index] ?? "none",
  }));
  expect(pages).toHaveLength(16);
  const judged = await judgePages(browser, pages);
  expect(judged.map(({ told }) => told)).toEqual(pages.map(({ kind }: { kind: string }) => kind));
});

test("the pages of the demo shop are told apart", async ({ browser }) => {
  const files: readonly (readonly [file: string, kind: string])[] = [
    ["products/ridge-pack", "product"],
    ["products/halden-tent", "product"],
    ["products/ember-jacket", "product"],
    ["cart", "cart"],
    ["checkout", "checkout"],
    ["order-confirmed", "order_confirmation"],
    ["index", "none"],
    ["gear", "none"],
    ["pricing", "none"],
    ["docs/sizing", "none"],
    ["docs/shipping-returns", "none"],
  ];
  const pages = await Promise.all(
    files.map(async ([file, kind]) => {
      const html = await readFile(new URL(`../../demo/shop/${file}.html`, import.meta.url), "utf8");
      // The harness has a tag of its own.
      return {
        html: html.replace(/<script async[^>]*><\/script>/, ""),
        path: `/demo/${file}`,
        kind,
      };
    }),
  );
  const judged = await judgePages(browser, pages);
  expect(judged.map(({ told }) => told)).toEqual(files.map(([, kind]) => kind));
});

test("a single-page shop is followed from the start page to the confirmation", async ({
  browser,
}) => {
  const shop = await openSignalPage(browser, { body: application, armed: shopPages() });
  const { page, fired, close } = shop;
  await show(page, "/chairs", "", "<span class=price>1</span><span class=price>2</span>");
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await show(page, "/chairs/willow", productLd);
  await expect.poll(() => kindsOf(shop)).toEqual(["product"]);
  await show(page, "/cart");
  await expect.poll(() => kindsOf(shop)).toEqual(["product", "cart"]);
  await show(page, "/checkout/address");
  await expect.poll(() => kindsOf(shop)).toEqual(["product", "cart", "checkout"]);
  await show(page, "/order-confirmation");
  await expect
    .poll(() => kindsOf(shop))
    .toEqual(["product", "cart", "checkout", "order_confirmation"]);
  expect(fired.map(({ evidence }) => evidence)).toEqual([
    { kind: "product", reason: "json_ld", confidence: 0.8 },
    { kind: "cart", reason: "path", confidence: 0.7 },
    { kind: "checkout", reason: "path", confidence: 0.7 },
    { kind: "order_confirmation", reason: "path", confidence: 0.7 },
  ]);
  await close();
});

test("marks that single-page navigation left behind say nothing of the next page", async ({
  browser,
}) => {
  const shop = await openSignalPage(browser, {
    head: `${productLd}<meta property="og:type" content="product">`,
    body: "<h1>Chair</h1>",
    path: "/chairs/willow",
    armed: shopPages(),
  });
  await expect.poll(() => kindsOf(shop)).toEqual(["product"]);
  await shop.page.evaluate(() => history.pushState(null, "", "/about"));
  await shop.page.waitForTimeout(silenceMs);
  expect(kindsOf(shop)).toEqual(["product"]);
  await shop.close();
});

test("a body class left from the first page does not name the next", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    body: "<!doctype html><html><head></head><body class='catalog-product-view product-chair'></body></html>",
    path: "/chair.html",
    armed: shopPages(),
  });
  await expect.poll(() => kindsOf(shop)).toEqual(["product"]);
  await shop.page.evaluate(() => history.pushState(null, "", "/cart"));
  await expect.poll(() => kindsOf(shop)).toEqual(["product", "cart"]);
  await shop.close();
});

test("events are heard before and after the widget came, as objects and as gtag calls", async ({
  browser,
}) => {
  const shop = await openSignalPage(browser, {
    head: `${withLayer}<script>
      function gtag() { dataLayer.push(arguments); }
      gtag("event", "view_item", { items: [] });
    </script>`,
    body: application,
    path: "/x",
    armed: shopPages(),
  });
  await expect.poll(() => kindsOf(shop)).toEqual(["product"]);
  await show(shop.page, "/y");
  await push(shop.page, "view_cart");
  await expect.poll(() => kindsOf(shop)).toEqual(["product", "cart"]);
  await shop.close();
});

test("the data layer works on as the page knows it", async ({ browser }) => {
  const complaints: string[] = [];
  const { page, fired, close } = await openSignalPage(browser, {
    head: `${withLayer}<script>
      window.calls = [];
      const { push } = dataLayer;
      dataLayer.push = function (...entries) { calls.push("inner"); return push.apply(this, entries); };
    </script>`,
    body: "<h1>Chair</h1>",
    path: "/cart",
    armed: shopPages(),
    prepare: async (context) =>
      context.on("weberror", (error) => complaints.push(error.error().message)),
  });
  await expect.poll(() => fired.length).toBe(1);
  const seen = await page.evaluate(() => {
    const layer = Reflect.get(window, "dataLayer");
    const ours = layer.push;
    layer.push = (...entries: unknown[]) => {
      Reflect.get(window, "calls").push("outer");
      return ours(...entries);
    };
    const length = layer.push({ event: "one" }, null, "text", { event: 7 }, ["event"]);
    return { length, size: layer.length, last: layer.at(-1), calls: Reflect.get(window, "calls") };
  });
  expect(seen).toEqual({ length: 6, size: 6, last: ["event"], calls: ["outer", "inner"] });
  expect(complaints).toEqual([]);
  await close();
});

for (const [name, layer] of [
  ["frozen", "Object.freeze([{ event: 'view_item' }])"],
  ["no list", "{ push: 7 }"],
  ["a trap", "[new Proxy({}, { get() { throw new Error('trap'); } })]"],
] as const)
  test(`a data layer that is ${name} breaks nothing`, async ({ browser }) => {
    const complaints: string[] = [];
    const shop = await openSignalPage(browser, {
      head: `<script>window.dataLayer = ${layer};</script>`,
      body: "<h1>Cart</h1>",
      path: "/warenkorb",
      armed: shopPages("cart,checkout"),
      prepare: async (context) =>
        context.on("weberror", (error) => complaints.push(error.error().message)),
    });
    if (name === "frozen") await shop.page.waitForTimeout(silenceMs);
    else await expect.poll(() => kindsOf(shop)).toEqual(["cart"]);
    expect(complaints).toEqual([]);
    await shop.close();
  });

test("only the kinds asked for are told", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    body: application,
    path: "/",
    armed: shopPages("cart"),
  });
  await show(shop.page, "/chairs/willow", productLd);
  await shop.page.waitForTimeout(silenceMs);
  expect(shop.fired).toEqual([]);
  await show(shop.page, "/cart");
  await expect.poll(() => kindsOf(shop)).toEqual(["cart"]);
  await shop.close();
});

test("a cart that slides in leaves the page a product", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    head: withLayer,
    body: application,
    path: "/x",
    armed: shopPages(),
  });
  await push(shop.page, "view_item");
  await expect.poll(() => kindsOf(shop)).toEqual(["product"]);
  await push(shop.page, "add_to_cart", "view_cart", "begin_checkout");
  await shop.page.waitForTimeout(silenceMs);
  expect(kindsOf(shop)).toEqual(["product"]);
  await shop.close();
});

test("a glance at something in a list leaves the page a list", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    head: withLayer,
    body: application,
    path: "/lamps",
    armed: shopPages(),
  });
  await push(shop.page, "view_item_list", "view_item", "add_to_cart");
  await shop.page.waitForTimeout(silenceMs);
  expect(shop.fired).toEqual([]);
  await shop.close();
});

test("a checkout on one address ends with its purchase, each told once", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    head: withLayer,
    body: application,
    path: "/pay",
    armed: shopPages(),
  });
  await push(shop.page, "begin_checkout");
  await expect.poll(() => kindsOf(shop)).toEqual(["checkout"]);
  await push(shop.page, "begin_checkout");
  await shop.page.evaluate(() => history.replaceState(null, "", "/pay?step=2"));
  await push(shop.page, "purchase", "purchase");
  await expect.poll(() => kindsOf(shop)).toEqual(["checkout", "order_confirmation"]);
  await shop.page.waitForTimeout(silenceMs);
  expect(kindsOf(shop)).toEqual(["checkout", "order_confirmation"]);
  await shop.close();
});

test("a page without a word of a shop does without shop.js", async ({ browser }) => {
  const asked: string[] = [];
  const { page, fired, close } = await openSignalPage(browser, {
    head: '<meta property="og:type" content="website">',
    body: "<h1>About us</h1><p>We sell carts. Products! Checkout!</p>",
    path: "/about",
    armed: shopPages(),
    prepare: async (context) =>
      context.on("request", (request) => asked.push(new URL(request.url()).pathname)),
  });
  await page.waitForTimeout(silenceMs);
  expect(asked.filter((path) => path.startsWith("/widget/"))).toEqual([
    "/widget/widget.js",
    "/widget/workspace.js",
  ]);
  expect(fired).toEqual([]);
  await close();
});

test("nobody reads the page where no trigger waits for a shop's", async ({ browser }) => {
  const { page, close } = await openSignalPage(browser, {
    head: withLayer,
    body: "<h1>Cart</h1>",
    path: "/cart",
    armed: [{ trigger_type: "first_visit", config: { url_pattern: "" } }],
  });
  await page.waitForTimeout(silenceMs);
  expect(await page.evaluate(() => Object.hasOwn(Reflect.get(window, "dataLayer"), "push"))).toBe(
    false,
  );
  await close();
});

test("leaves the data layer as it was after a shutdown", async ({ browser }) => {
  const shop = await openSignalPage(browser, {
    head: withLayer,
    body: "<h1>Cart</h1>",
    path: "/cart",
    armed: shopPages(),
  });
  await expect.poll(() => kindsOf(shop)).toEqual(["cart"]);
  const isOriginal = () =>
    shop.page.evaluate(() => Reflect.get(window, "dataLayer").push === Array.prototype.push);
  expect(await isOriginal()).toBe(false);
  await shop.page.evaluate(() => Reflect.get(window, "switchboard")("shutdown"));
  expect(await isOriginal()).toBe(true);
  await shop.close();
});
