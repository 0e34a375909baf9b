import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "../running-server.ts";

import {
  ask,
  card,
  makeWorkflow,
  openAsOwner,
  orderGraph,
  takeDeskPictures,
} from "./publish-page.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "switchboard publish "));
  server = await startServer({ dataDir: folder });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

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
  await page.keyboard.press("Escape");
  await expect(walk).toBeHidden();
  await expect(page.locator(".graph-card-mark")).toHaveCount(0);
});
