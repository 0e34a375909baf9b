import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { desktop, takePictures } from "./take-pictures.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "switchboard visitor "));
  server = await startServer({ dataDir: folder });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("serves the first visitor from greeting to the run on the canvas", async ({
  browser,
}, info) => {
  const agent = await (await browser.newContext({ viewport: desktop })).newPage();
  const visitor = await (await browser.newContext({ viewport: desktop })).newPage();
  const failures = [...collectFailures(agent), ...collectFailures(visitor)];
  const picture = (page: Page, name: string) =>
    takePictures(page, (file) => info.outputPath(file), name);

  await signIn(agent);
  await expect(agent.getByText("No open conversations")).toBeVisible();

  // The visitor opens the chat and is greeted by the workflow.
  await visitor.goto(`${server.url}/demo/`);
  await visitor.getByRole("button", { name: "Open chat" }).click();
  const log = visitor.getByRole("log");
  await expect(log).toContainText("welcome to Ridgeline Outfitters");
  await picture(visitor, "visitor-greeted");
  await visitor.getByRole("button", { name: "A product" }).click();

  // A wrong e-mail is asked again, the right one goes on.
  await expect(log).toContainText("Which e-mail may we answer to");
  await write(visitor, "it is ada at example");
  await expect(log).toContainText("does not look like an e-mail address");
  await picture(visitor, "visitor-wrong-email");
  await write(visitor, "sorry: ada@example.com");
  await expect(log).toContainText("A teammate has your message");

  // The agent sees it without a reload, with who it went to and why.
  const list = agent.getByRole("region", { name: /All open/ });
  const row = list.getByText("ada@example.com").first();
  await expect(row).toBeVisible();
  await row.click();
  const thread = agent.getByRole("region", { name: /Conversation with/ });
  await expect(thread).toContainText("A teammate has your message");
  await picture(agent, "agent-thread");

  // The agent answers, the visitor reads it at once.
  await agent.getByRole("textbox", { name: /^Reply to/ }).fill("Hi Ada, which tent do you mean?");
  await agent.keyboard.press("Enter");
  await expect(log).toContainText("Hi Ada, which tent do you mean?");
  await picture(visitor, "visitor-answered");
  await write(visitor, "The small one, thanks!");
  await expect(thread).toContainText("The small one, thanks!");

  // History stays across page loads.
  await visitor.goto(`${server.url}/demo/pricing`);
  await expect(visitor.getByRole("log")).toContainText("The small one, thanks!");

  // The agent closes, and sees on the canvas the very path that ran.
  await agent
    .getByRole("button", { name: /^Close/ })
    .first()
    .click();
  await expect(list.getByText("ada@example.com")).toHaveCount(0);
  await agent.goto(`${server.url}/app/workflows`);
  await picture(agent, "agent-workflows");
  await agent.getByRole("link", { name: /Welcome and route/ }).click();
  await expect(agent.getByText("Which team?")).toBeVisible();
  await picture(agent, "agent-builder");
  await agent.getByText("Runs", { exact: true }).click();
  await agent.getByRole("link", { name: "ada@example.com" }).first().click();
  await expect(agent.getByText("Product: Sales: fits")).toBeVisible();
  await picture(agent, "agent-run");
  expect(failures).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function write(page: Page, text: string): Promise<void> {
  // The field at the bottom is the last: while the team is away, another above it asks for an address.
  const composer = page.getByRole("region", { name: "Chat" }).getByRole("textbox").last();
  await composer.fill(text);
  await composer.press("Enter");
  await expect(page.getByRole("log")).toContainText(text);
}

/** Errors a person would find in the page's console; 401 before sign-in is what tells the page to ask. */
function collectFailures(page: Page): string[] {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401"))
      failures.push(message.text());
  });
  return failures;
}
