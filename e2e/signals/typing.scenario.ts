import { expect, test } from "@playwright/test";
import { aroundForm } from "./form-pages.ts";
import { openSignalPage } from "./signal-page.ts";

test("nothing comes upon a visitor while they type in a form", async ({ browser }) => {
  const { page, fired, close } = await openSignalPage(browser, {
    body: aroundForm(
      `<form><textarea id="note"></textarea><button type="button">Send</button></form>`,
    ),
    armed: [{ trigger_type: "page_view", config: { url_pattern: "/", visible_seconds: 2 } }],
  });
  await page.locator("#note").click();
  // One key every 300 ms: seven seconds, the trigger fires after two.
  await page.locator("#note").pressSequentially("My boots have come too small.", { delay: 250 });
  expect(fired).toHaveLength(0);
  await page.locator("#elsewhere").click();
  await expect.poll(() => fired.length).toBe(1);
  await close();
});
