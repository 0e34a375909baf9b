import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Locator, type Page, expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-widget-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the page complained about; stays empty in every scenario. */
let complaints: string[];
test.beforeEach(({ page }) => {
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("ERR_INTERNET_DISCONNECTED"))
      complaints.push(message.text());
  });
});
test.afterEach(() => expect(complaints).toEqual([]));

const widgetOf = (page: Page): Locator => page.locator("switchboard-widget");

const write = async (page: Page, text: string): Promise<void> => {
  await widgetOf(page).locator(".composer :is(textarea, input:not([hidden]))").fill(text);
  await page.keyboard.press("Enter");
};

const openChat = async (page: Page, address: string): Promise<Locator> => {
  await page.goto(server.url + address);
  const widget = widgetOf(page);
  await widget.getByRole("button", { name: "Open chat" }).click();
  await widget.getByRole("dialog").waitFor();
  return widget;
};

test("a visitor answers by button and keyboard, a wrong e-mail first, and finds it all on the next page", async ({
  page,
}) => {
  const widget = await openChat(page, "/demo/");
  await write(page, "I would like to return a jacket");
  await widget.getByRole("button", { name: "A return" }).click();
  await expect(widget.getByLabel("Your e-mail address")).toBeFocused();
  await write(page, "not an e-mail");
  await expect(widget.getByText("does not look like an e-mail")).toBeVisible();
  await write(page, "ada@example.com");
  await expect(widget.getByText("A teammate has your message")).toBeVisible();
  await expect(widget.getByText(/will answer right here$|away right now/)).toBeVisible();

  const said = await widget.getByRole("log").locator(".bubble").allInnerTexts();
  await page.goto(`${server.url}/demo/gear`);
  await expect(widget.getByRole("log").locator(".bubble")).toHaveText(said);
  await expect(widget.getByRole("button", { name: "A return" })).toHaveCount(0);
});

test("says nothing to the server before a trigger fires or the chat is opened", async ({
  page,
}) => {
  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/widget/")) calls.push(new URL(request.url()).pathname);
  });
  await page.goto(`${server.url}/demo/`);
  await widgetOf(page).getByRole("button", { name: "Open chat" }).waitFor();
  expect(calls).toEqual(["/widget/widget.js", "/widget/workspace.js"]);
});

test("a proactive message is a bubble that takes neither focus nor screen and stays dismissed", async ({
  page,
}) => {
  await page.goto(`${server.url}/demo/`);
  await page.getByRole("link", { name: "Become a member" }).focus();
  await page.evaluate(() => history.pushState(null, "", "/demo/pricing"));
  const widget = widgetOf(page);
  const bubble = widget.getByRole("complementary", { name: /^Message from/ });
  await expect(bubble).toBeVisible({ timeout: 15_000 });
  await expect(widget.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Become a member" })).toBeFocused();
  await expect(widget.getByRole("button", { name: "Open chat, 1 unread message" })).toBeVisible();

  await bubble.getByRole("button", { name: "Dismiss" }).click();
  await expect(bubble).toHaveCount(0);
  await page.goto(`${server.url}/demo/gear`);
  await expect(widget.getByRole("button", { name: "Open chat, 1 unread message" })).toBeVisible();
  await expect(bubble).toHaveCount(0);
});

test("what is written offline is sent once, in order, when the network is back", async ({
  page,
  context,
}) => {
  const widget = await openChat(page, "/demo/");
  await write(page, "Hello");
  await widget.getByRole("button", { name: "An order" }).waitFor();
  await context.setOffline(true);
  await write(page, "first, offline");
  await write(page, "second, offline");
  await expect(widget.getByText("You are offline.")).toBeVisible();
  await context.setOffline(false);
  await expect(widget.locator(".is-outgoing")).toHaveCount(0, { timeout: 15_000 });
  await expect(widget.getByText("You are offline.")).toBeHidden();
  await page.reload();
  await expect(widget.locator(".is-own .bubble")).toHaveText([
    "Hello",
    "first, offline",
    "second, offline",
  ]);
});

test("Escape closes the panel and gives the focus back", async ({ page }) => {
  const widget = await openChat(page, "/demo/");
  await expect(widget.getByLabel("Your message")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(widget.getByRole("dialog")).toHaveCount(0);
  await expect(widget.getByRole("button", { name: "Open chat" })).toBeFocused();
});

test("works on another site under a policy that allows one nonce and one host", async ({
  page,
}) => {
  const html = await (await fetch(`${server.url}/demo/`)).text();
  const key = /widget\.js\?key=([^"]+)"/.exec(html)?.[1] ?? "";
  const policy = `default-src 'none'; script-src 'nonce-n1'; connect-src ${server.url} ${server.url.replace("http", "ws")}`;
  const site = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
    response.end(
      `<!doctype html><html lang="en"> <title>Strict</title><script nonce="n1" async src="${server.url}/widget/widget.js" data-key="${key}"></script></html>`,
    );
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const address = site.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const widget = widgetOf(page);
  await widget.getByRole("button", { name: "Open chat" }).click();
  await write(page, "Hello from a strict site");
  await expect(widget.getByRole("button", { name: "An order" })).toBeVisible({ timeout: 15_000 });
  site.close();
});
