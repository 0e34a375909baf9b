import { expect, test } from "@playwright/test";
import { ownServer } from "../own-server.ts";

import {
  ask,
  card,
  expectAccessible,
  makeWorkflow,
  openAsOwner,
  orderGraph,
  takeDeskPictures,
} from "./publish-page.ts";

const server = ownServer("publish");

test("reviews what would change, moves a run in progress, publishes, and goes back", async ({
  browser,
}, info) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "Order status", orderGraph("Thank you"));
  await ask(page, "POST", `/workflows/${id}/publish`, { name: "First" });
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.url}/demo/`);
  await visitor.getByRole("button", { name: "Open chat" }).click();
  await expect(visitor.getByRole("log")).toContainText("What is your order number?");

  await page.goto(`${server.url}/app/workflows/${id}`);
  await card(page, "Thank")
    .first()
    .click({ position: { x: 60, y: 14 } });
  await page.getByLabel("Message", { exact: true }).fill("Thanks, we look it up");
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog", { name: /Publish/ });
  const sentence = dialog.getByRole("button", { name: /“Thank”: the text reads differently/ });
  await expect(sentence).toBeVisible();
  await expect(dialog.locator("ins")).toHaveText(/we look it up/);
  await expect(dialog.locator(".graph-card-mark")).toHaveText("Changed");
  await expect(dialog).toContainText("1 run on version 1");
  await dialog.getByText("Move", { exact: true }).click();
  await expect(dialog).toContainText("1 moves to the new one");
  await dialog.getByLabel("Name of the version").fill("Looks it up");
  await takeDeskPictures(page, (file) => info.outputPath(file), "publish-dialog");
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Publish the draft" }).click();
  await expect(dialog).toContainText("Version 2 is live");

  await visitor.getByRole("textbox").last().fill("A-1");
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("log")).toContainText("Thanks, we look it up");

  await dialog.getByRole("button", { name: /Go back to version 1/ }).click();
  await expect(dialog.getByLabel("Name of the version")).toHaveValue("Back to version 1");
  await dialog.getByRole("button", { name: "Publish the draft" }).click();
  await expect(dialog).toContainText("Version 3 is live");
  const { items } = await ask(page, "GET", `/workflows/${id}/versions`);
  expect(items.map(({ name }: { name: string }) => name)).toEqual([
    "Back to version 1",
    "Looks it up",
    "First",
  ]);
});

test("walks the way that shows a finding, card by card", async ({ browser }, info) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "With a gap", orderGraph("Thank you"));
  const graph = orderGraph("Thank you");
  const steps = graph.steps.map((step) =>
    step.id === "Remind" ? { ...step, config: { text: "Still there, {{ order }}?" } } : step,
  );
  await ask(page, "PUT", `/workflows/${id}/draft`, { graph: { ...graph, steps }, revision: 0 });
  await page.goto(`${server.url}/app/workflows/${id}`);

  await page.getByRole("button", { name: /Remind.*order/ }).click();
  const walk = page.getByRole("region", { name: "The way that shows it" });
  await expect(walk).toContainText("3 of 3 Remind");
  await expect(page.locator(".graph-card-mark")).toHaveText(["1", "2", "3"]);
  await walk.getByRole("button", { name: "Back on the way" }).click();
  await expect(walk).toContainText("does not answer for 1 day → “No answer in time”");
  await takeDeskPictures(page, (file) => info.outputPath(file), "walk");
  await expectAccessible(page, ".way-stepper");
  await page.keyboard.press("Escape");
  await expect(walk).toBeHidden();
  await expect(page.locator(".graph-card-mark")).toHaveCount(0);
});

test("compares versions, names one, restores one as the draft, and takes it back", async ({
  browser,
}, info) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "With a history", orderGraph("Thank you"));
  await ask(page, "POST", `/workflows/${id}/publish`, { note: "The beginning" });
  const graph = orderGraph("Thanks a lot");
  await ask(page, "PUT", `/workflows/${id}/draft`, {
    graph: { ...graph, steps: graph.steps.slice(0, 2), edges: graph.edges.slice(0, 2) },
    revision: 0,
  });
  await ask(page, "POST", `/workflows/${id}/publish`, {});

  await page.goto(`${server.url}/app/workflows/${id}?part=versions`);
  await page.getByRole("button", { name: "More for version 2" }).click();
  await page.getByRole("menuitem", { name: "See what it changed" }).click();
  const compare = page.getByRole("region", { name: "Compare" });
  await expect(compare).toContainText("“Remind” is gone");
  await expect(compare).toContainText("“Thank”: the text reads differently");
  await expect(page.locator(".graph-card-mark")).toHaveText(["Changed", "Gone"]);
  await takeDeskPictures(page, (file) => info.outputPath(file), "versions");
  await expectAccessible(page, ".builder-run-side");

  await page.getByRole("button", { name: "More for version 1" }).click();
  await page.getByRole("menuitem", { name: "Name and note" }).click();
  await page.getByLabel("Name of the version").fill("First try");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: /Version 1 · First try/ })).toBeVisible();

  const loading = page.waitForEvent("download");
  await page.getByRole("button", { name: "More for version 1" }).click();
  await page.getByRole("menuitem", { name: "Download as a file" }).click();
  expect((await loading).suggestedFilename()).toBe("with-a-history-v1.yaml");

  await page.getByRole("button", { name: "More for version 1" }).click();
  await page.getByRole("menuitem", { name: "Restore as the draft" }).click();
  await expect(card(page, "Remind")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(card(page, "Remind")).toHaveCount(0);
});

test("keeps a workflow as a file, and makes a draft of a file, of a copy, and of nothing that is broken", async ({
  browser,
}, info) => {
  const page = await openAsOwner(browser, server);
  const id = await makeWorkflow(page, "To keep", orderGraph("Thank you"));
  await page.goto(`${server.url}/app/workflows/${id}`);
  const loading = page.waitForEvent("download");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Download as a file" }).click();
  const file = await (await loading).path();

  await page.goto(`${server.url}/app/workflows`);
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a workflow" });
  await dialog.getByLabel("Or paste its text").fill("switchboard: 99\nname: Later");
  await dialog.getByRole("button", { name: "Look at it" }).click();
  await expect(dialog).toContainText("This file was written by a newer Switchboard");
  await dialog
    .getByLabel("Or paste its text")
    .fill("switchboard: 1\nname: Broken\ntrigger:\n  type: manual\n  next: nowhere\n");
  await dialog.getByRole("button", { name: "Look at it" }).click();
  await expect(dialog).toContainText("Line 5");
  await takeDeskPictures(page, (name) => info.outputPath(name), "import-problems");
  await expectAccessible(page, "[role=dialog]");

  await dialog.getByLabel("Workflow file").setInputFiles(file);
  await expect(dialog).toContainText("Starts on “Chat opened”, with 3 steps");
  await expect(dialog).toContainText("There is a workflow of this name");
  await takeDeskPictures(page, (name) => info.outputPath(name), "import");
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByLabel("Name").fill("Kept");
  await dialog.getByRole("button", { name: "Import as a draft" }).click();
  await expect(page.getByLabel("Name of the workflow")).toHaveValue("Kept");
  await expect(card(page, "Remind")).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name of the workflow")).toHaveValue("Copy of Kept");
  await expect(card(page, "Remind")).toBeVisible();
});
