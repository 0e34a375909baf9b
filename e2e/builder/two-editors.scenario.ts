import { expect, type Page, test } from "@playwright/test";
import { ownServer } from "../own-server.ts";
import {
  addSteps,
  card,
  clickOpen,
  lines,
  newWorkflow,
  openWorkflows,
  saved,
  signIn,
} from "./builder-page.ts";

const server = ownServer("two editors");

test("two tabs on one draft see each other, take over what the other saves, and choose where both changed the same", async ({
  browser,
}) => {
  const mine = await openWorkflows(server, browser);
  const address = await newWorkflow(mine, "Shared draft");
  await addSteps(mine, "Wait", "Send message");
  await expect(saved(mine)).toBeVisible();
  const theirs = await mine.context().newPage();
  await theirs.goto(address);

  // Each sees where the other is.
  await card(theirs, "Wait").click();
  await expect(mine.locator(".builder-ring")).toHaveCount(1);
  await expect(mine.getByRole("img", { name: /another tab of yours at “Wait”/ })).toBeVisible();
  await expect(theirs.getByRole("list", { name: "Also here" })).toBeVisible();

  // Nothing unsaved here: what the other saves comes in.
  await theirs.getByLabel("Name of the step").fill("A short wait");
  await expect(card(mine, "A short wait")).toBeVisible();
  await expect(mine.getByText(/You, in another tab, changed this draft; here it is/)).toBeVisible();

  // Both changed different things at the same time: both stay.
  const hold = await holdSaves(mine);
  await card(mine, "Send message").click();
  await mine.getByLabel("Name of the step").fill("Say hello");
  await addSteps(theirs, "Close conversation");
  await expect(saved(theirs)).toBeVisible();
  await expect(card(mine, "Close conversation")).toBeVisible();
  await expect(card(mine, "Say hello")).toBeVisible();
  await hold.release();
  await expect(saved(mine)).toBeVisible();
  await expect(card(theirs, "Say hello")).toBeVisible();
  await expect(lines(theirs)).toHaveCount(await lines(mine).count());

  // Both changed the same: a person chooses, and theirs can be had back.
  const again = await holdSaves(mine);
  await card(mine, "A short wait").click();
  await mine.getByLabel("Name of the step").fill("My wait");
  await card(theirs, "A short wait").click();
  await theirs.getByLabel("Name of the step").fill("Their wait");
  const choice = mine.getByRole("dialog", { name: "This draft was changed elsewhere" });
  await expect(choice).toContainText("Both changed “My wait”");
  await expect(choice.getByRole("region", { name: "Theirs" })).toContainText(
    "Renamed “A short wait” to “Their wait”",
  );
  await expect(choice.getByRole("region", { name: "Yours" })).toContainText("My wait");
  await again.release();
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(saved(mine)).toBeVisible();
  await expect(card(theirs, "My wait")).toBeVisible();
  await clickOpen(theirs);
  await theirs.keyboard.press("Control+z");
  await expect(card(theirs, "Their wait")).toBeVisible();

  await theirs.close();
  await expect(mine.getByRole("list", { name: "Also here" })).toHaveCount(0);
});

test("a workflow that somebody deletes leaves its draft in the browser, to be saved as a new one", async ({
  browser,
}) => {
  const mine = await openWorkflows(server, browser);
  const address = await newWorkflow(mine, "Soon deleted");
  await addSteps(mine, "Wait");
  await expect(saved(mine)).toBeVisible();
  const id = address.split("/").at(-1) ?? "";
  const status = await mine.evaluate(
    async (workflow) => (await fetch(`/api/v1/workflows/${workflow}`, { method: "DELETE" })).status,
    id,
  );
  expect(status).toBe(204);
  const gone = mine.getByRole("dialog", { name: "This workflow was deleted" });
  await expect(gone).toContainText("deleted “Soon deleted” while you had it open");
  // Also after a reload, with nothing unsaved when it was deleted.
  await mine.reload();
  await expect(mine.getByText("Your draft of it is kept in this browser.")).toBeVisible();
  await mine.getByRole("button", { name: "Save as a new workflow" }).click();
  await expect(mine).not.toHaveURL(address);
  await expect(card(mine, "Wait")).toBeVisible();
  await expect(mine.getByLabel("Name of the workflow")).toHaveValue("Restored workflow");
});

test("a login that ends in mid-edit leads through the sign-in back to the changes", async ({
  browser,
}) => {
  const page = await openWorkflows(server, browser);
  const address = await newWorkflow(page, "Edited for long");
  await addSteps(page, "Wait");
  await expect(saved(page)).toBeVisible();
  await page.context().clearCookies();
  await page.getByLabel("Name of the step").fill("After the login ended");
  await expect(page.getByText("You were signed out")).toBeVisible();
  await expect(page.getByText(/Your changes are kept in this browser/)).toBeVisible();
  await signIn(server, page);
  await expect(page).toHaveURL(address);
  await expect(card(page, "After the login ended")).toBeVisible();
  await expect(page.getByText("Your unsaved changes are back")).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

/** Lets no save of a page through until released, as a slow line does. */
async function holdSaves(page: Page): Promise<{ readonly release: () => Promise<void> }> {
  await page.route("**/draft", (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  return { release: () => page.unroute("**/draft") };
}
