import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { findFreePort, type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let port: number;
let server: RunningServer;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "switchboard builder "));
  port = await findFreePort();
  server = await startServer({ dataDir: folder, port });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("builds a workflow by mouse, mends what the checks find, and serves a visitor with it", async ({
  browser,
}) => {
  const page = await openWorkflows(browser);
  await newWorkflow(page, "Ask for the topic");

  await page.getByText("Conversation opened").last().click();
  await page.getByRole("radio", { name: /Chat opened/ }).check({ force: true });
  await page.getByRole("button", { name: "Add a step after Start" }).click();
  await page.getByRole("menuitem", { name: "Ask question" }).click();

  await page.getByRole("button", { name: /^Publish/ }).click();
  const publish = page.getByRole("dialog");
  await expect(publish.getByRole("button", { name: "Publish the draft" })).toBeDisabled();
  await publish.getByRole("button", { name: /Write the question/ }).click();
  await expect(publish).toBeHidden();

  await page.getByLabel("Question", { exact: true }).fill("What may we help with?");
  await choose(page, "Answer", "One of several options");
  await page.getByRole("button", { name: "Add an option" }).click();
  await page.keyboard.type("An order");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Something else");
  await page.getByLabel("As a variable").fill("Topic of it");
  await expect(page.getByLabel("As a variable")).toHaveValue("topic_of_it");

  // A branch dropped on the canvas, connected by dragging, offers the options by their labels.
  const pane = page.locator(".react-flow__pane");
  await page
    .getByRole("button", { name: "Branch" })
    .dragTo(pane, { targetPosition: { x: 300, y: 600 } });
  await expect(page.getByLabel("Name of the step")).toHaveValue("Branch");
  await drag(page, exitOf(page, "Ask question", "Answered"), entryOf(page, "Branch"));
  await expect(page.locator(".react-flow__edge")).toHaveCount(2);
  await card(page, "Branch").click({ position: { x: 60, y: 14 } });
  await page.getByRole("button", { name: "Add a condition" }).click();
  await choose(page, "What to compare", "topic_of_it");
  await choose(page, "Value", "An order");
  await page.getByLabel("Name of branch 1").fill("Orders");

  // Taken back and done again, one gesture at a time.
  await pane.click({ position: { x: 10, y: 10 } });
  await page.keyboard.press("Control+z");
  await expect(card(page, "Branch")).toContainText("Branch 1");
  await page.keyboard.press("Control+Shift+z");
  await expect(card(page, "Branch")).toContainText("Orders");

  await page.getByRole("button", { name: /^Publish/ }).click();
  await page.getByLabel("What changed").fill("Ask first");
  await page.getByRole("button", { name: "Publish the draft" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();

  await page.goto(`${server.url}/app/workflows`);
  for (const place of [3, 2, 1, 0]) {
    await page.getByRole("button", { name: "More for Ask for the topic" }).click();
    await page.getByRole("menuitem", { name: "Try earlier" }).click();
    await expect(page.locator("tbody tr").nth(place)).toContainText("Ask for the topic");
  }
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.url}/demo/`);
  await visitor.getByRole("button", { name: "Open chat" }).click();
  await expect(visitor.getByRole("log")).toContainText("What may we help with?");
  await expect(visitor.getByRole("button", { name: "An order" })).toBeVisible();
});

test("keeps a draft that cannot be saved, and saves it once the server is back", async ({
  browser,
}) => {
  const mine = await openWorkflows(browser);
  await newWorkflow(mine, "Kept draft");
  await mine.getByRole("button", { name: "Wait", exact: true }).click();
  await expect(mine.getByText("Saved", { exact: true })).toBeVisible();

  await server.kill();
  await mine.getByLabel("Name of the step").fill("A longer wait");
  await expect(mine.getByText("Not saved, retrying")).toBeVisible();
  server = await startServer({ dataDir: folder, port });
  await expect(mine.getByText("Saved", { exact: true })).toBeVisible({ timeout: 30_000 });
  await mine.reload();
  await expect(card(mine, "A longer wait")).toBeVisible();
});

async function openWorkflows(browser: Browser): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage();
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/workflows`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Workflows" })).toBeVisible();
  return page;
}

async function newWorkflow(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "New workflow" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the workflow")).toHaveValue(name);
}

const card = (page: Page, name: string) => page.locator(".react-flow__node", { hasText: name });
const exitOf = (page: Page, name: string, way: string) =>
  card(page, name).locator("li", { hasText: way }).locator(".graph-exit");
const entryOf = (page: Page, name: string) => card(page, name).locator(".graph-entry");

async function choose(page: Page, field: string, option: string, place = 0): Promise<void> {
  await page.getByLabel(field, { exact: true }).nth(place).click();
  await page.getByRole("option", { name: option, exact: true }).first().click();
}

async function drag(
  page: Page,
  from: ReturnType<typeof entryOf>,
  to: ReturnType<typeof entryOf>,
): Promise<void> {
  await from.hover({ force: true });
  await page.mouse.down();
  await to.hover({ force: true });
  await to.hover({ force: true });
  await page.mouse.up();
}
