import { type BrowserContext, type Page, expect, test } from "@playwright/test";
import { openSignalPage } from "./signal-page.ts";

/** A site of four pages; whatever else is asked for does not exist. */
const body = {
  "/": "<h1>Home</h1>",
  "/a": "<h1>A</h1>",
  "/b": "<h1>B</h1>",
  "/pricing": "<h1>Prices</h1>",
};
const visits = (url_pattern = "") =>
  ["first_visit", "return_visit"].map((trigger_type) => ({
    trigger_type,
    config: { url_pattern },
  }));
/** Long enough for what must not come to come. */
const silenceMs = 700;
/** First reports are held back for ten seconds. */
const holdMs = 11_000;
const minuteMs = 60_000;

const withClock = (context: BrowserContext): Promise<void> => context.clock.install();
const pass = (page: Page, ms: number): Promise<void> => page.context().clock.fastForward(ms);
const openTab = async (page: Page, path: string): Promise<Page> => {
  const tab = await page.context().newPage();
  const configured = tab.waitForResponse("**/widget/workspace.js**");
  await tab.goto(new URL(path, page.url()).href);
  await configured;
  return tab;
};
const load = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  const configured = page.waitForResponse("**/widget/workspace.js**");
  await act();
  await configured;
};

test("a first visit is told once, with the page it began on, after the visitor has arrived", async ({
  browser,
}) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    path: "/a",
    armed: visits(),
    hasArrived: false,
    prepare: withClock,
  });
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await pass(page, holdMs);
  await expect.poll(() => fired.length).toBe(1);
  await load(page, () => page.reload());
  await load(page, () => page.goto(new URL("/b", page.url()).href));
  await pass(page, holdMs);
  await page.waitForTimeout(silenceMs);
  expect(fired).toMatchObject([
    {
      trigger_type: "first_visit",
      evidence: { visit_number: 1 },
      page: { url: "https://shop.test/a" },
    },
  ]);
  await close();
});

test("a first visit is told although the landing page is left at once", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    path: "/a",
    armed: visits(),
    hasArrived: false,
    prepare: withClock,
  });
  await page.waitForFunction(() => localStorage.getItem("switchboard:pk_signals:detections"));
  await load(page, () => page.goto(new URL("/b", page.url()).href));
  await pass(page, holdMs);
  await expect.poll(() => fired.length).toBe(1);
  expect(fired).toMatchObject([
    { trigger_type: "first_visit", page: { url: "https://shop.test/a" } },
  ]);
  await close();
});

test("a second tab is no visit of its own", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    hasArrived: false,
    prepare: withClock,
  });
  const tab = await openTab(page, "/a");
  await pass(page, holdMs);
  await expect.poll(() => fired.length).toBe(1);
  await tab.waitForTimeout(silenceMs);
  expect(fired).toMatchObject([{ trigger_type: "first_visit" }]);
  await close();
});

test("a first visit counts where it begins, not where it goes", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits("/pricing"),
    hasArrived: false,
    prepare: withClock,
  });
  await load(page, () => page.goto(new URL("/pricing", page.url()).href));
  await page.evaluate(() => history.pushState(null, "", "/pricing/"));
  await pass(page, holdMs);
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await close();
});

test("a first visit that begins on the page asked for is told", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    path: "/pricing?from=mail",
    armed: visits("/pricing"),
    hasArrived: false,
    prepare: withClock,
  });
  await pass(page, holdMs);
  await expect.poll(() => fired.map(({ trigger_type }) => trigger_type)).toEqual(["first_visit"]);
  await close();
});

test("coming back after half an hour is a return visit", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    prepare: withClock,
  });
  await pass(page, 31 * minuteMs);
  await load(page, () => page.goto(new URL("/a", page.url()).href));
  await pass(page, holdMs);
  await expect.poll(() => fired.length).toBe(1);
  expect(fired).toMatchObject([
    {
      trigger_type: "return_visit",
      evidence: { visit_number: 2 },
      page: { url: "https://shop.test/a" },
    },
  ]);
  await close();
});

test("going on after half an hour on the same page is a return visit, each time", async ({
  browser,
}) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    prepare: withClock,
  });
  for (const visit of [1, 2]) {
    await pass(page, 31 * minuteMs);
    await page.mouse.click(300, 300);
    await page.mouse.click(310, 300);
    await pass(page, holdMs);
    await expect.poll(() => fired.length).toBe(visit);
  }
  expect(fired).toMatchObject([
    { trigger_type: "return_visit", evidence: { visit_number: 2 } },
    { trigger_type: "return_visit", evidence: { visit_number: 3 } },
  ]);
  await close();
});

test("a shorter pause is no visit, and each tab keeps the session going", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    prepare: withClock,
  });
  const tab = await openTab(page, "/a");
  await pass(page, 20 * minuteMs);
  await tab.mouse.click(300, 300);
  await pass(page, 20 * minuteMs);
  await page.mouse.click(300, 300);
  await load(page, () => page.reload());
  await pass(page, holdMs);
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await close();
});

test("untrusted input and an alarm do not begin a visit", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    prepare: withClock,
  });
  await pass(page, 31 * minuteMs);
  await page.evaluate(() => {
    document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
  });
  await pass(page, holdMs);
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await close();
});

test("going back is no visit", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: visits(),
    hasArrived: false,
    prepare: withClock,
  });
  await pass(page, holdMs);
  await expect.poll(() => fired.length).toBe(1);
  await load(page, () => page.goto(new URL("/a", page.url()).href));
  await page.goBack();
  await page.goForward();
  await pass(page, holdMs);
  await page.waitForTimeout(silenceMs);
  expect(fired).toHaveLength(1);
  await close();
});

for (const [name, block] of [
  [
    "blocked",
    () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      }),
  ],
  [
    "full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
] as const)
  test(`where storage is ${name} neither a first nor a return visit is told`, async ({
    browser,
  }) => {
    const complaints: string[] = [];
    const { page, fired, close } = await openSignalPage(browser, {
      body,
      armed: visits(),
      hasArrived: false,
      prepare: async (context) => {
        context.on("weberror", (error) => complaints.push(error.error().message));
        await context.addInitScript(block);
        await withClock(context);
      },
    });
    await pass(page, holdMs);
    await load(page, () => page.reload());
    await pass(page, holdMs);
    await page.waitForTimeout(silenceMs);
    expect(fired).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
