import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { takePictures } from "./take-pictures.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-settings-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const signIn = async (page: Page, address: string): Promise<void> => {
  const { email, password } = server.demoLogin();
  await page.goto(server.url + address);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

test("a colour and own words are seen in the preview, saved, and worn by the widget on the site", async ({
  page,
  browser,
}) => {
  await signIn(page, "/app/settings/widget");
  const preview = page.frameLocator('iframe[title^="The widget"]');
  await expect(preview.getByRole("log")).toContainText("Where is my order");
  await page.getByLabel("Colour", { exact: true }).fill("#6941c6");
  await page.getByLabel("Hint in the empty text field").fill("Ask the mountain rescue");
  await expect(preview.getByPlaceholder("Ask the mountain rescue")).toBeVisible();
  await takePictures(page, (file) => test.info().outputPath(file), "widget-settings");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The widget's settings are saved.")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.url}/demo/`);
  await visitor.getByRole("button", { name: "Open chat" }).click();
  await expect(visitor.getByPlaceholder("Ask the mountain rescue")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Hint in the empty text field")).toHaveValue(
    "Ask the mountain rescue",
  );
});

test("what somebody else saved meanwhile is not overwritten unasked", async ({ page, browser }) => {
  await signIn(page, "/app/settings/widget");
  await page.getByLabel("Greeting", { exact: true }).fill("Mine");
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "/app/settings/widget");
  await other.getByLabel("Greeting", { exact: true }).fill("Theirs");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("The widget's settings are saved.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody else has changed these settings")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Greeting", { exact: true })).toHaveValue("Theirs");
});

test("a wrong colour cannot be saved and says why", async ({ page }) => {
  await signIn(page, "/app/settings/widget");
  await page.getByRole("combobox", { name: "Sites that may use the widget" }).fill("not a site");
  await page.keyboard.press("Enter");
  await expect(page.getByText("write an origin such as https://shop.example")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
});

test("the install page says that the widget was seen, and on which site it was not", async ({
  page,
  browser,
}) => {
  await signIn(page, "/app/settings/install");
  await expect(page.locator("pre").first()).toContainText(`${server.url}/widget/widget.js`);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.url}/demo/`);
  await page.getByLabel("Your site").fill(`${server.url}/demo/`);
  await expect(page.getByText(`The widget is on ${server.url}.`)).toBeVisible();
  await takePictures(page, (file) => test.info().outputPath(file), "install");
  await page.getByLabel("Your site").fill("shop.example");
  await expect(page.getByText("Not seen on https://shop.example yet")).toBeVisible();
});
