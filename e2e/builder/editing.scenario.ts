import { type Browser, expect, type Page, test } from "@playwright/test";
import { findViolations } from "../find-violations.ts";
import { ownServer } from "../own-server.ts";
import { takePictures } from "../take-pictures.ts";

const server = ownServer("editing");

const ask = (text: string, variable: string, answer: object) => ({
  text,
  answer,
  save_to: { variable },
  timeout: { seconds: 86_400 },
});

/** One step of each type on a line; “Ask number” may be left without an answer. */
const steps: readonly (readonly [string, string, object, Readonly<Record<string, string>>])[] = [
  [
    "Ask topic",
    "ask_question",
    ask("What is it about?", "topic", {
      type: "single_choice",
      options: [
        { id: "o1", label: "An order" },
        { id: "o2", label: "A return" },
      ],
    }),
    { answered: "Ask number", timeout: "Thank them" },
  ],
  [
    "Ask number",
    "ask_question",
    ask("Which number?", "order_number", { type: "number" }),
    { answered: "Thank them", timeout: "Thank them" },
  ],
  ["Thank them", "send_message", { text: "Thank you." }, { next: "Decide" }],
  [
    "Decide",
    "branch",
    {
      branches: [
        {
          id: "orders",
          name: "Orders",
          match: "all",
          conditions: [{ field: "topic", operator: "equals", value: "o1" }],
        },
        {
          id: "early",
          name: "Early",
          match: "any",
          conditions: [
            { field: "contact.first_seen_at", operator: "before", value: "2026-01-01" },
            { field: "order_number", operator: "greater_than", value: "100" },
          ],
        },
      ],
    },
    { orders: "Mark it", early: "Hand it on", default: "Hand it on" },
  ],
  [
    "Mark it",
    "run_action",
    {
      action: "switchboard.set_priority@1",
      input: { priority: { literal: "high" } },
      confirm: true,
      error_message: { en: "That did not work.", de: "Das ging nicht." },
    },
    { success: "Look at the clock" },
  ],
  ["Hand it on", "assign_to", { target: { type: "workspace" } }, { assigned: "Let time pass" }],
  ["Let time pass", "wait", { amount: 2, unit: "days" }, { next: "Call" }],
  [
    "Look at the clock",
    "date_time",
    { operator: "is_within", schedule: { type: "written", schedule: {} } },
    { success: "Once more", failure: "Finish" },
  ],
  ["Once more", "jump_to_step", { max_jumps: 2 }, { jump: "Ask number", next: "Finish" }],
  ["Call", "trigger_workflow", { workflow_id: "", gives: "chosen", given: ["topic"] }, {}],
  ["Finish", "close_conversation", {}, {}],
];
const toId = (name: string) => name.toLowerCase().replaceAll(" ", "-");
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
  steps: steps.map(([name, type, config], index) => ({
    id: toId(name),
    type,
    name,
    config,
    position: { x: 320 * ((index % 4) + 1), y: 320 * Math.floor(index / 4) },
  })),
  edges: [
    { from: "trigger", path: "next", to: "ask-topic" },
    ...steps.flatMap(([name, , , ways]) =>
      Object.entries(ways).map(([way, to]) => ({ from: toId(name), path: way, to: toId(to) })),
    ),
  ],
  notes: [],
  silent_ends: [],
};

test("suggests variables while typing, tells on which way one is missing, and renames one everywhere", async ({
  browser,
}) => {
  const page = await openDraft(browser);
  await select(page, "Thank them");
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("");
  await message.pressSequentially("About {{ ord");
  await expect(page.getByRole("option", { name: /order_number/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(message).toHaveValue("About {{ order_number }}");
  const notes = page.locator(".editing-notes");
  await expect(notes).toContainText("No value after leaving “Ask topic” by “No answer in time”");
  // The preview stands for what the contact gets: a number, not the name of a variable.
  await expect(page.getByLabel("How the contact sees it in the chat")).toContainText("About 42");
  await page.getByRole("button", { name: "Add a fallback for order_number" }).click();
  await page.keyboard.type("your order");
  await expect(message).toHaveValue('About {{ order_number | default: "your order" }}');
  await expect(notes).toHaveCount(0);

  await message.fill("{{ topic }}");
  await page.keyboard.press("Control+End");
  for (const _ of "}} ") await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(" | upc");
  await page.keyboard.press("Tab");
  await expect(message).toHaveValue("{{ topic | upcase }}");
  await message.fill("{{ topik }}");
  await page.getByRole("button", { name: "Use topic" }).click();
  await expect(message).toHaveValue("{{ topic }}");

  await select(page, "Decide");
  await expect(page.getByText("Taken when topic is “An order”.")).toBeVisible();
  await page
    .locator("[data-sortable]")
    .filter({ has: page.getByLabel("Name of branch 2") })
    .locator(".editing-grip")
    .first()
    .dragTo(page.getByLabel("Name of branch 1"));
  await expect(page.getByLabel("Name of branch 1")).toHaveValue("Early");

  await page.locator(".react-flow__pane").click({ position: { x: 8, y: 8 } });
  await page.getByRole("button", { name: "Rename topic" }).click();
  await page.keyboard.type("order_number");
  await expect(page.getByText("two variables would become one")).toBeVisible();
  await page.getByLabel("New name of topic").fill("Kind of case");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^kind_of_case/ }).click();
  await page.getByRole("button", { name: "Thank them", exact: true }).click();
  await expect(message).toHaveValue("{{ kind_of_case }}");
  await page.locator(".react-flow__pane").click({ position: { x: 8, y: 8 } });
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Rename topic", exact: true })).toBeVisible();
});

test("has panels that a screen reader can use, in both shades", async ({ browser }, info) => {
  const page = await openDraft(browser);
  for (const name of ["Conversation opened", ...steps.map(([step]) => step)]) {
    await select(page, name);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // The page follows a moment later; in between, colours of both shades stand side by side.
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      expect(await findViolations(page, ".builder-panel"), `${name}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await takePictures(page, (file) => info.outputPath(file), toId(name));
  }
});

async function openDraft(browser: Browser): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })
  ).newPage();
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/workflows`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "New workflow" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Editing");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the workflow")).toHaveValue("Editing");
  const id = /workflows\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const status = await page.evaluate(
    async ({ address, draft }) =>
      (
        await fetch(address, {
          method: "PUT",
          headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
          body: JSON.stringify({ revision: 0, graph: draft }),
        })
      ).status,
    { address: `/api/v1/workflows/${id}/draft`, draft: graph },
  );
  expect(status).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: /^Fit/ }).click();
  return page;
}

async function select(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Fit/ }).click();
  const card = page.locator(".react-flow__node", { hasText: name }).first();
  await card.click({ position: { x: 20, y: 8 } });
  await expect(card).toHaveClass(/selected/);
}
