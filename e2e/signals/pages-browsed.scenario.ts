import { type BrowserContext, type Page, expect, test } from "@playwright/test";
import { openSignalPage } from "./signal-page.ts";

const body = Object.fromEntries(
  ["/", "/a", "/b", "/c", "/d", "/pricing"].map((path) => [path, `<h1>${path}</h1>`]),
);
const browsed = (pages: number, url_contains = "") => [
  { trigger_type: "pages_browsed", config: { pages, url_contains } },
];
/** Single-page navigation settles within a tenth of a second; then nothing more must come. */
const silenceMs = 400;

/** Loads a page and waits until it has been counted. */
const visit = async (page: Page, path: string): Promise<void> => {
  const configured = page.waitForResponse("**/widget/workspace.js**");
  await page.goto(new URL(path, page.url()).href);
  await configured;
  await page.locator("switchboard-widget").waitFor({ state: "attached" });
};
/** Changes the address as a single-page application does, and lets it settle. */
const move = async (page: Page, how: "pushState" | "replaceState", path: string): Promise<void> => {
  await page.evaluate(([verb, to]) => history[verb](null, "", to), [how, path] as const);
  await page.waitForTimeout(silenceMs);
};

test("the third distinct page is told once", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, { body, armed: browsed(3) });
  await visit(page, "/a");
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await visit(page, "/b");
  await expect.poll(() => fired.length).toBe(1);
  await visit(page, "/c");
  await page.waitForTimeout(silenceMs);
  expect(fired).toMatchObject([
    {
      trigger_type: "pages_browsed",
      evidence: { page_count: 3 },
      page: { url: "https://shop.test/b" },
    },
  ]);
  await close();
});

test("reloads, queries, fragments and slashes at the end are no other pages", async ({
  browser,
}) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: browsed(2),
    path: "/a",
  });
  await visit(page, "/a?page=2");
  await visit(page, "/a?page=3#end");
  await page.evaluate(() => {
    location.hash = "top";
  });
  await move(page, "replaceState", "/a");
  await move(page, "pushState", "/a");
  await move(page, "pushState", "/a/");
  expect(fired).toEqual([]);
  await move(page, "pushState", "/b");
  await expect.poll(() => fired.length).toBe(1);
  await close();
});

test("pages seen before do not count again, by link or by the back button", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, { body, armed: browsed(3) });
  await visit(page, "/a");
  await page.goBack();
  await page.goForward();
  await visit(page, "/");
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await visit(page, "/b");
  await expect.poll(() => fired.length).toBe(1);
  await close();
});

test("single-page navigation counts as it should (nav-ph-01)", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: browsed(5),
    path: "/d",
  });
  const steps = [
    ["pushState", "/a"],
    ["pushState", "/a"],
    ["replaceState", "/b"],
    ["pushState", "/b?x=1"],
    ["pushState", "/b?x=1#top"],
    ["pushState", "/c?y=2"],
    ["pushState", "/c/?y=2"],
  ] as const;
  for (const [how, path] of steps) await move(page, how, path);
  expect(fired).toEqual([]);
  await move(page, "pushState", "/");
  await expect.poll(() => fired.map(({ evidence }) => evidence)).toEqual([{ page_count: 5 }]);
  await close();
});

test("the address is compared after each change of the history (nav-cr-01)", async ({
  browser,
}) => {
  const { page, fired, close } = await openSignalPage(browser, { body, armed: browsed(3) });
  await move(page, "pushState", "/b");
  await move(page, "pushState", "/b");
  expect(fired).toEqual([]);
  await move(page, "replaceState", "/c?x=1");
  await expect.poll(() => fired.length).toBe(1);
  await page.evaluate(() => {
    location.hash = "z";
  });
  await page.evaluate(() => history.back());
  await page.waitForTimeout(silenceMs);
  expect(fired).toMatchObject([{ page: { url: "https://shop.test/c?x=1" } }]);
  await close();
});

for (const [name, owner] of [
  ["its history", "history"],
  ["the prototype of histories", "History.prototype"],
] as const)
  test(`a framework that wraps ${name} does not hide navigation (nav-dd-01)`, async ({
    browser,
  }) => {
    const wrap = `{
      const owner = ${owner};
      const { pushState } = owner;
      owner.pushState = function (...values) { return pushState.apply(this, values); };
    }`;
    const { page, fired, close } = await openSignalPage(browser, {
      body,
      armed: browsed(3),
      head: `<script>${wrap}</script>`,
    });
    await page.evaluate(wrap);
    await move(page, "pushState", "/a?q=1");
    await move(page, "pushState", "/a?q=1");
    await move(page, "pushState", "/a#h");
    expect(fired).toEqual([]);
    await move(page, "pushState", "/b");
    await expect.poll(() => fired.length).toBe(1);
    await close();
  });

test("an address that only passes through is no page", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, { body, armed: browsed(3) });
  await page.evaluate(() => {
    history.pushState(null, "", "/login");
    history.replaceState(null, "", "/a");
  });
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await close();
});

test("tabs count together", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, { body, armed: browsed(3) });
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await visit(tab, "/a");
  await visit(page, "/b");
  await expect.poll(() => fired.length).toBe(1);
  await visit(tab, "/c");
  await tab.waitForTimeout(silenceMs);
  expect(fired).toMatchObject([
    { evidence: { page_count: 3 }, page: { url: "https://shop.test/b" } },
  ]);
  await close();
});

test("enough pages are told on the next page asked for", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: browsed(2, "/pricing"),
  });
  await visit(page, "/a");
  await visit(page, "/b");
  await page.waitForTimeout(silenceMs);
  expect(fired).toEqual([]);
  await move(page, "pushState", "/pricing/team");
  await expect.poll(() => fired.map(({ evidence }) => evidence)).toEqual([{ page_count: 4 }]);
  await close();
});

test("two settings are counted apart", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: [...browsed(2), ...browsed(3)],
  });
  await visit(page, "/a");
  await expect.poll(() => fired.length).toBe(1);
  await visit(page, "/b");
  await expect
    .poll(() => fired.map(({ evidence }) => evidence))
    .toEqual([{ page_count: 2 }, { page_count: 3 }]);
  await close();
});

test("a new session counts anew, with the page it begins on", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    armed: browsed(2),
    prepare: (context: BrowserContext) => context.clock.install(),
  });
  await visit(page, "/a");
  await expect.poll(() => fired.length).toBe(1);
  await page.clock.fastForward(31 * 60_000);
  await page.mouse.click(300, 300);
  await page.evaluate(() => history.pushState(null, "", "/b"));
  await page.clock.fastForward(11_000);
  await expect.poll(() => fired.length).toBe(2);
  await close();
});
