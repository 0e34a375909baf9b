import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type Page, expect as expectWithin, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

// the machine may be shared by many
const expect = expectWithin.configure({ timeout: 20_000 });
test.setTimeout(240_000);

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-inbox-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const signIn = async (page: Page): Promise<void> => {
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/inbox`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("region", { name: "All open" }).waitFor();
};

const writeAsVisitor = async (browser: Browser, text: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/demo/`);
  await page.getByRole("button", { name: "Open chat" }).click();
  const composer = page
    .getByRole("region", { name: "Chat" })
    .getByRole("textbox", { name: "Your message" });
  await composer.fill(text);
  await composer.press("Enter");
  await expect(page.getByRole("log")).toContainText("Ridgeline Outfitters");
  return page;
};

const rowOf = (page: Page) =>
  page
    .getByRole("region", { name: "All open" })
    .getByRole("button", { name: /Visitor/ })
    .first();

const composerOf = (page: Page) => page.getByRole("textbox", { name: /^Reply to/ });

test("a member works a conversation by keyboard alone: open, note, assign, reply, close", async ({
  page,
  browser,
}) => {
  await signIn(page);
  const visitor = await writeAsVisitor(browser, "Does the small tent fit three?");
  await expect(rowOf(page)).toBeVisible();

  await page.keyboard.press("j");
  const thread = page.getByRole("region", { name: /Conversation with/ });
  await expect(thread).toContainText("Does the small tent fit three?");
  await expect(thread.getByText("Welcome and route is speaking")).toBeVisible();

  await page.keyboard.press("n");
  await page
    .getByRole("textbox", { name: "Private note" })
    .pressSequentially("two, if they like each other");
  await page.keyboard.press("Enter");
  await expect(thread.getByText(/private note/)).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("a");
  await page.getByRole("textbox", { name: "Find a member or team" }).pressSequentially("sales");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(thread.getByRole("button", { name: "Assign" })).toContainText("Sales");

  await page.keyboard.press("r");
  await composerOf(page).pressSequentially("It fits **two**.");
  await page.keyboard.press("Enter");
  await expect(visitor.getByRole("log")).toContainText("It fits two.");
  await expect(visitor.getByRole("log")).not.toContainText("if they like each other");
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText(
    /Ended early|Paused/,
  );

  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(thread.getByText("This conversation is closed.")).toBeVisible();
  await expect(page.getByText("No open conversations")).toBeVisible();
});

test("what is written while the server is away is sent when it is back, once and in order", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await writeAsVisitor(browser, "Are you there?");
  await rowOf(page).click();
  const thread = page.getByRole("region", { name: /Conversation with/ });
  await expect(thread).toContainText("Are you there?");
  await composerOf(page).fill("begun before");

  const port = Number(new URL(server.url).port);
  await server.kill();
  await expect(page.getByText("Connection lost, reconnecting")).toBeVisible();
  await composerOf(page).fill("first");
  await page.keyboard.press("Enter");
  await composerOf(page).fill("second");
  await page.keyboard.press("Enter");
  await composerOf(page).fill("still a draft");
  await expect(thread.getByText("Not sent yet, trying again")).toBeVisible();

  server = await startServer({ dataDir: path.join(folder, "data"), port });
  await expect(thread.locator("[data-pending]")).toHaveCount(0, { timeout: 60_000 });
  await page.reload();
  await expect(composerOf(page)).toHaveValue("still a draft");
  const written = await thread.locator("[data-voice=member] .thread-bubble").allTextContents();
  expect(written.map((text) => text.trim())).toEqual(["first", "second"]);
});
