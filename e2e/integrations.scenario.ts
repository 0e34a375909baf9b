import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { findViolations } from "./find-violations.ts";
import { type RunningServer, startServer } from "./running-server.ts";
import { takePictures } from "./take-pictures.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-integrations-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const openIntegrations = async (page: Page): Promise<void> => {
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/settings/integrations`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Shopify" })).toBeVisible();
};
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator("switchboard-widget .composer :is(textarea, input:not([hidden]))").fill(text);
  await page.keyboard.press("Enter");
};
const picture = (page: Page, name: string) =>
  takePictures(page, (file) => test.info().outputPath(file), name);

test("a visitor of the demo shop learns where order 1001 is, looked up over HTTP", async ({
  page,
}) => {
  await page.goto(`${server.url}/demo/`);
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("button", { name: "An order" }).click();
  await expect(page.getByRole("log")).toContainText("What is your order number?");
  await write(page, "1001");
  await expect(page.getByRole("log")).toContainText("which e-mail address did you order with?");
  await write(page, "mia@example.com");
  await expect(page.getByRole("log")).toContainText("https://tracking.example/parcels/FP1001NO");
  await picture(page, "order-status-visitor");
});

test("an admin tests, disconnects and connects the shop, and is told what is wrong", async ({
  page,
}) => {
  await openIntegrations(page);
  const shopify = page.getByRole("region", { name: "Shopify" });
  await expect(shopify.getByText("This is a demo shop")).toBeVisible();
  await shopify.getByRole("button", { name: "Test" }).click();
  await expect(page.getByText("Shopify answers: Ridgeline Outfitters (demo shop)")).toBeVisible();
  await picture(page, "integrations-connected");
  expect(await findViolations(page, ".settings-page")).toEqual([]);

  await shopify.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(shopify.getByText("Not connected")).toBeVisible();
  await picture(page, "integrations-disconnected");
  await page.getByRole("link", { name: "Workflows" }).first().click();
  await page.getByRole("link", { name: "Order status" }).first().click();
  await expect(page.getByText(/Shopify is not connected/).first()).toBeVisible();
  await page.goBack();
  await page.goto(`${server.url}/app/settings/integrations`);

  await shopify.getByRole("button", { name: "Connect Shopify" }).click();
  await shopify.getByLabel("Shop domain").fill("evil.example");
  await shopify.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(shopify.getByText("Write the domain that ends with myshopify.com")).toBeVisible();
  await shopify.getByLabel("Shop domain").fill("demo-shop.test");
  await shopify
    .getByRole("textbox", { name: "Admin API access token" })
    .fill("shpat_0123456789abcdef");
  await shopify.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(shopify.getByText("does not accept the credential")).toBeVisible();
  await picture(page, "integrations-form");
  expect(await findViolations(page, ".settings-page")).toEqual([]);
  await shopify.getByRole("button", { name: "Use the demo shop instead" }).click();
  await expect(shopify.getByText("Connected", { exact: true })).toBeVisible();
});
