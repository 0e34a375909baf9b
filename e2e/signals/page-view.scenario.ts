import { expect, test } from "@playwright/test";
import { openSignalPage } from "./signal-page.ts";

test("a page view is sensed on load and on single-page navigation, once each", async ({
  browser,
}) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body: "<h1>Shop</h1>",
    armed: [
      { trigger_type: "page_view", config: { url_pattern: "/pricing/*", visible_seconds: 0 } },
    ],
  });
  await page.evaluate(() => history.pushState(null, "", "/pricing/team"));
  await expect.poll(() => fired.length).toBe(1);
  await page.evaluate(() => history.replaceState(null, "", "/pricing/team#seats"));
  await page.evaluate(() => history.pushState(null, "", "/"));
  await page.waitForTimeout(300);
  expect(fired).toMatchObject([
    { trigger_type: "page_view", page: { url: "https://shop.test/pricing/team" } },
  ]);
  await close();
});
