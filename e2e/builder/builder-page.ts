import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { OwnServer } from "../own-server.ts";

/** Signs the demo's member in and shows the list of workflows, in a browser of its own unless one is given. */
export async function openWorkflows(
  server: OwnServer,
  browser: Browser | BrowserContext,
): Promise<Page> {
  const context =
    "newContext" in browser
      ? await browser.newContext({ viewport: { width: 1440, height: 900 } })
      : browser;
  const page = await context.newPage();
  await page.goto(`${server.url}/app/workflows`);
  await signIn(server, page);
  await expect(page.getByRole("heading", { name: "Workflows" })).toBeVisible();
  return page;
}

/** Fills in the sign-in form that the page shows. */
export async function signIn(server: OwnServer, page: Page): Promise<void> {
  const { email, password } = server.demoLogin();
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
}

/** Makes an empty workflow and opens it; gives its address. */
export async function newWorkflow(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "New workflow" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the workflow")).toHaveValue(name);
  return page.url();
}

/** Adds steps from the palette, each after the one before. */
export async function addSteps(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names)
    await page.locator(".builder-palette").getByRole("button", { name, exact: true }).click();
}

export const card = (page: Page, name: string) =>
  page.locator(".react-flow__node-card", { hasText: name });
export const notes = (page: Page) => page.locator(".react-flow__node-note");
export const lines = (page: Page) => page.locator(".react-flow__edge");
export const saved = (page: Page) => page.getByText("Saved", { exact: true });

/** Clicks where nothing stands. */
export const clickOpen = (page: Page) =>
  page.locator(".react-flow__pane").click({ position: { x: 12, y: 12 } });
