import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, expect as expectWithin, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

// the machine may be shared by many
const expect = expectWithin.configure({ timeout: 20_000 });
test.setTimeout(240_000);

/** A picture of one red point, as PNG. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

let folder: string;
let server: RunningServer;
const fileOf = (name: string): string => path.join(folder, name);
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-attachments-"));
  await writeFile(fileOf("damage.png"), picture);
  await writeFile(fileOf("notes.txt"), "It came like this.");
  await writeFile(fileOf("setup.exe"), "MZ\u0090 no picture");
  await writeFile(fileOf("label.pdf"), "%PDF-1.7 a label");
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

const step = (id: string, type: string, config: object) => ({
  id,
  type,
  name: id,
  config,
  position: { x: 0, y: 0 },
});

/** Leaves one workflow live: a conversation that is opened is asked for a photo. */
const publishPhotoQuestion = async ({ request }: Page): Promise<void> => {
  const api = `${server.url}/api/v1/workflows`;
  const graph = {
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: { x: 0, y: 0 },
    steps: [
      step("photo", "ask_question", {
        text: "Please send a photo of the damage.",
        retry_text: "That is no picture. Please try again.",
        answer: { type: "file", max: 2, kinds: ["image"] },
        save_to: { variable: "photos" },
      }),
      step("when", "ask_question", {
        text: "When did it arrive?",
        answer: { type: "date" },
        save_to: { variable: "day" },
      }),
      step("stars", "ask_question", {
        text: "How bad is it?",
        answer: { type: "rating" },
        save_to: { variable: "stars" },
      }),
      step("thanks", "send_message", {
        text: "Thank you: {{ photos | size }} photo, {{ day }}, {{ stars }} of 5.",
      }),
    ],
    edges: [
      { from: "trigger", path: "next", to: "photo" },
      { from: "photo", path: "answered", to: "when" },
      { from: "when", path: "answered", to: "stars" },
      { from: "stars", path: "answered", to: "thanks" },
    ],
  };
  const made = await request.post(api, { data: { name: "Damage", graph } });
  expect(made.status()).toBe(201);
  const { workflow } = await made.json();
  const published = await request.post(`${api}/${workflow.id}/publish`, { data: {} });
  expect(published.ok(), await published.text()).toBe(true);
  const { items } = await (await request.get(`${api}?limit=100`)).json();
  for (const { id, state } of items)
    if (id !== workflow.id && state === "live") await request.post(`${api}/${id}/unpublish`);
};

test("a visitor answers a file question with a photo that the agent sees, and gets a file back", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await publishPhotoQuestion(page);
  const visitor = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  visitor.on("pageerror", (error) => complaints.push(error.message));
  await visitor.goto(`${server.url}/demo/`);
  const widget = visitor.locator("switchboard-widget");
  await widget.getByRole("button", { name: "Open chat" }).click();
  const field = widget.locator(".composer :is(textarea, input:not([hidden]))");
  await field.fill("My tent is torn");
  await field.press("Enter");

  // A program is refused where it was chosen, a text by the question; then the photo.
  const question = widget.getByRole("button", { name: "Choose up to 2 files" });
  const picker = widget.locator(".replies input[type=file]");
  await question.waitFor();
  await picker.setInputFiles(fileOf("setup.exe"));
  await expect(widget.getByText("This file cannot be sent here.")).toBeVisible();
  await widget.getByRole("button", { name: "Remove setup.exe" }).click();
  await picker.setInputFiles(fileOf("notes.txt"));
  await widget.getByRole("button", { name: "Send" }).click();
  await expect(widget.getByText("That is no picture.")).toBeVisible();
  await picker.setInputFiles(fileOf("damage.png"));
  await field.fill("here it is");
  await field.press("Enter");

  // A day from the calendar, then a rating.
  const calendar = widget.locator("input[type=date]");
  await calendar.fill("2026-03-31");
  await widget.locator(".replies").getByRole("button", { name: "Send" }).click();
  await widget.getByRole("group", { name: "How bad is it?" }).getByText("4").click();
  await expect(widget.getByText("Thank you: 1 photo, 2026-03-31, 4 of 5.")).toBeVisible();
  await expect(widget.getByRole("link", { name: "damage.png" }).getByRole("img")).toBeVisible();

  await page
    .getByRole("region", { name: "All open" })
    .getByRole("button", { name: /Visitor/ })
    .first()
    .click();
  const thread = page.getByRole("region", { name: /Conversation with/ });
  const photo = thread.getByRole("img", { name: "damage.png" });
  await expect(photo).toBeVisible();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await expect(thread.getByRole("link", { name: /notes\.txt/ })).toBeVisible();

  await thread
    .locator("input[type=file]")
    .setInputFiles([fileOf("label.pdf"), fileOf("setup.exe")]);
  await expect(thread.getByText(/Programs and scripts are not taken/)).toBeVisible();
  await thread.getByRole("button", { name: "Remove setup.exe" }).click();
  await page.getByRole("textbox", { name: /^Reply to/ }).fill("Please use this label.");
  await thread.getByRole("button", { name: "Send", exact: true }).click();
  const link = widget.getByRole("link", { name: /label\.pdf/ });
  await expect(link).toBeVisible();
  const saved = visitor.waitForEvent("download");
  await link.click();
  expect((await readFile(await (await saved).path())).toString()).toBe("%PDF-1.7 a label");
  expect(complaints).toEqual([]);
});

test("a file chosen offline goes up when the network is back, and the message after it", async ({
  page,
  context,
}) => {
  await page.goto(`${server.url}/demo/`);
  const widget = page.locator("switchboard-widget");
  await widget.getByRole("button", { name: "Open chat" }).click();
  const field = widget.locator(".composer :is(textarea, input:not([hidden]))");
  await field.fill("Hello");
  await field.press("Enter");
  await expect(widget.locator(".is-outgoing")).toHaveCount(0);
  await context.setOffline(true);
  await widget.locator(".composer input[type=file]").setInputFiles(fileOf("damage.png"));
  await expect(widget.getByText("Not sent yet. Trying again…")).toBeVisible();
  await field.fill("look");
  await field.press("Enter");
  await context.setOffline(false);
  await expect(widget.getByRole("link", { name: "damage.png" })).toBeVisible();
  await page.reload();
  await expect(widget.getByRole("link", { name: "damage.png" })).toHaveCount(1);
  await expect(widget.locator(".is-own .bubble")).toHaveText(["Hello", "look"]);
});
