import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let server: RunningServer;
let key: string;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-api-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
  const html = await (await fetch(`${server.url}/demo/`)).text();
  key = /widget\.js\?key=([^"&]+)/.exec(html)?.[1] ?? "";
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the widget asked the server for, in order. */
let calls: string[];

/** A page of a site; its own script runs before the widget has come, behind the snippet of the guide. */
const openSite = async (page: Page, script: string, tag = ""): Promise<void> => {
  calls = [];
  page.on("request", (request) => {
    if (request.url().includes("/widget/v1/"))
      calls.push(new URL(request.url()).pathname.slice(11));
  });
  await page.route("**/site", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Site</title><script src="/site-snippet.js"></script>
        <script>${script}</script><script async src="/widget/widget.js?key=${key}" ${tag}></script><p>Site</p></html>`,
    }),
  );
  await page.route("**/site-snippet.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      path: path.join("build", "widget", "snippet.js"),
    }),
  );
  await page.goto(`${server.url}/site`);
  await page.locator("switchboard-widget").getByRole("button", { name: "Open chat" }).waitFor();
};

const say = (page: Page, ...values: readonly unknown[]): Promise<unknown> =>
  page.evaluate(async (given) => {
    const command: unknown = Reflect.get(window, "switchboard");
    if (typeof command !== "function") throw new Error("no switchboard");
    const outcome: unknown = await Reflect.apply(command, undefined, given);
    return outcome;
  }, values);

const stored = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      .filter((name) => name.startsWith("switchboard:"))
      .map((name) => name.split(":").at(-1) ?? ""),
  );

test("calls made before the widget has come are answered, in order", async ({ page }) => {
  await openSite(
    page,
    `window.outcomes = Promise.all([
       switchboard("identify", { name: "Ada" }),
       switchboard("update", { custom: { plan: "pro" } }),
       switchboard("track", "order placed", { total: 12 }),
     ]);`,
  );
  const outcomes = await page.evaluate(() => Promise.resolve(Reflect.get(window, "outcomes")));
  expect(outcomes).toMatchObject([{ identity: "claimed" }, { ignored_fields: [] }, {}]);
  expect(JSON.stringify(outcomes)).not.toContain("visitor_token");
  expect(calls.slice(0, 4)).toEqual(["visits", "identify", "update", "track"]);
  await expect(say(page, "track", "")).rejects.toThrow();
  await expect(say(page, "startWorkflow", "00000000-0000-4000-8000-000000000000")).rejects.toThrow(
    "There is no such workflow",
  );
  await expect(say(page, "dance")).rejects.toThrow('knows no "dance"');
});

test("nothing is stored, asked or told before consent, and nothing is left when it is taken back", async ({
  page,
}) => {
  await openSite(page, 'switchboard("track", "too early")', 'data-consent="required"');
  await page.mouse.click(200, 200);
  await page.waitForTimeout(500);
  expect(calls).toEqual([]);
  expect(await stored(page)).toEqual([]);

  await say(page, "consent", "given");
  await expect.poll(() => calls).toContain("track");
  expect(await stored(page)).toEqual(expect.arrayContaining(["consent", "session", "visit"]));

  await page.reload();
  await say(page, "track", "remembered");
  const signedOut = page.waitForResponse("**/widget/v1/sign-out");
  await say(page, "consent", "required");
  expect((await signedOut).ok()).toBe(true);
  expect(await stored(page)).toEqual([]);
});

test("a browser that asks not to be followed leaves no trace until its user opens the chat", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
  });
  await openSite(page, "");
  await page.waitForTimeout(500);
  expect(calls).toEqual([]);
  expect(await stored(page)).toEqual([]);
  await page.locator("switchboard-widget").getByRole("button", { name: "Open chat" }).click();
  await page.locator("switchboard-widget").getByRole("dialog").waitFor();
  expect(await stored(page)).toContain("session");
});

test("after shutdown the next person is a stranger", async ({ page }) => {
  await openSite(page, 'switchboard("identify", { name: "Ada" })');
  const widget = page.locator("switchboard-widget");
  await widget.getByRole("button", { name: "Open chat" }).click();
  await widget.getByLabel("Your message").fill("My secret question");
  await page.keyboard.press("Enter");
  await widget.locator(".is-own .bubble", { hasText: "My secret question" }).waitFor();
  await expect(widget.locator(".is-outgoing")).toHaveCount(0);

  const signedOut = page.waitForResponse("**/widget/v1/sign-out");
  await say(page, "shutdown");
  expect((await signedOut).ok()).toBe(true);
  await expect(widget).toHaveCount(0);
  expect(await stored(page)).toEqual([]);

  await say(page, "boot", { key });
  await widget.getByRole("button", { name: "Open chat" }).click();
  await widget.getByRole("dialog").waitFor();
  await expect(widget.getByText("My secret question")).toHaveCount(0);
});
