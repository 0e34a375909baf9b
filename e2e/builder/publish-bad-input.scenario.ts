import { expect, test } from "@playwright/test";
import { ownServer } from "../own-server.ts";
import { ask, makeWorkflow, openAsOwner, orderGraph } from "./publish-page.ts";

const server = ownServer("bad publish");

const numbers = (versions: { items: readonly { number: number }[] }) =>
  versions.items.map(({ number }) => number);

test("makes one version when the answer is lost, and never publishes over somebody unseen", async ({
  browser,
}) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "Order status", orderGraph("Thank you"));
  const versions = async () => numbers(await ask(page, "GET", `/workflows/${id}/versions`));
  await page.goto(`${server.url}/app/workflows/${id}`);
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog", { name: /Publish/ });
  await expect(dialog).toContainText("This is the first version");

  // The server publishes, and what it says is lost on the way.
  await page.route(`**/workflows/${id}/publish`, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole("button", { name: "Publish the draft" }).click();
  await expect(dialog.getByRole("alert")).toContainText("may or may not be published");
  await page.unroute(`**/workflows/${id}/publish`);
  await dialog.getByRole("button", { name: /^Publish (the draft|again)/ }).click();
  await expect(dialog).toContainText("Version 1 is live");
  expect(await versions()).toEqual([1]);

  // Somebody else publishes while this one looks at the change.
  await dialog.getByRole("button", { name: "Back to the canvas" }).click();
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(dialog.getByRole("button", { name: "Publish again" })).toBeEnabled();
  await ask(page, "POST", `/workflows/${id}/publish`, { name: "Theirs" });
  await dialog.getByRole("button", { name: "Publish again" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Somebody else published");
  await expect(dialog).toContainText("what version 2, which is live, does already");
  expect(await versions()).toEqual([2, 1]);

  // What the server finds beside what this page knows is shown where it can be mended.
  await page.route(`**/workflows/${id}/publish`, (route) =>
    route.fulfill({
      status: 422,
      contentType: "application/problem+json",
      json: {
        type: "",
        code: "publish_refused",
        title: "Publish refused",
        status: 422,
        detail: "One thing has to be mended first.",
        errors: [
          { path: "steps.1", message: "this was found by the server", code: "x", step_id: "Thank" },
        ],
        request_id: "1",
      },
    }),
  );
  await dialog.getByRole("button", { name: "Publish again" }).click();
  await expect(dialog.getByRole("button", { name: /Thank.*found by the server/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Publish again" })).toBeDisabled();
});

test("says why a member who may edit cannot publish", async ({ browser }) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "Only to edit", orderGraph("Thank you"));
  const password = "a long enough password";
  await ask(page, "POST", "/members", {
    name: "Bo",
    email: "bo@example.com",
    role: "builder",
    may_publish: false,
    password,
  });
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(`${server.url}/app/workflows/${id}`);
  await theirs.getByLabel("E-mail").fill("bo@example.com");
  await theirs.locator("input[type=password]").fill(password);
  await theirs.keyboard.press("Enter");
  const button = theirs.getByRole("button", { name: "Publish", exact: true });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await button.focus();
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByRole("dialog")).toHaveCount(0);
  await expect(theirs.getByRole("tooltip")).toContainText("An owner or admin can give you");
});
