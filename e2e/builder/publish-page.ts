import { type Browser, expect, type Page } from "@playwright/test";
import { findViolations } from "../find-violations.ts";
import type { OwnServer } from "../own-server.ts";

const say = (id: string, text: string, x: number) => ({
  id,
  type: "send_message",
  name: id,
  config: { text },
  position: { x, y: 0 },
});

/** Started by opening the chat: asks, thanks for an order number, and waits for a while. */
export const orderGraph = (thanks: string) => ({
  format: 1,
  trigger: {
    type: "chat_opened",
    config: { url_pattern: "" },
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [
    {
      id: "ask",
      type: "ask_question",
      name: "Ask the order number",
      config: {
        text: "What is your order number?",
        answer: { type: "text" },
        save_to: { variable: "order" },
        timeout: { seconds: 86_400 },
      },
      position: { x: 340, y: 0 },
    },
    say("Thank", thanks, 680),
    say("Remind", "Are you still there?", 680),
  ].map((step) => (step.id === "Remind" ? { ...step, position: { x: 680, y: 220 } } : step)),
  edges: [
    { from: "trigger", path: "next", to: "ask" },
    { from: "ask", path: "answered", to: "Thank" },
    { from: "ask", path: "timeout", to: "Remind" },
  ],
  silent_ends: [
    { from: "Thank", path: "next" },
    { from: "Remind", path: "next" },
  ],
});

/** Signs in as the demo's owner and shows the list of workflows. */
export async function openAsOwner(browser: Browser, server: OwnServer): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/workflows`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Workflows" })).toBeVisible();
  return page;
}

/** Asks the API as the member who is signed in on the page. */
export async function ask(
  page: Page,
  method: "GET" | "POST" | "PUT" | "PATCH",
  path: string,
  data?: object,
) {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? null : await answer.json();
}

/** Makes a workflow of a graph, tried before all others, and tells its id. */
export async function makeWorkflow(page: Page, name: string, graph: object): Promise<string> {
  const { workflow } = await ask(page, "POST", "/workflows", { name, graph });
  const { items } = await ask(page, "GET", "/workflows?limit=100");
  const others = items
    .map(({ id }: { id: string }) => id)
    .filter((id: string) => id !== workflow.id);
  await ask(page, "PUT", "/workflows/order", { workflow_ids: [workflow.id, ...others] });
  return workflow.id;
}

/** A card on the page's canvas. */
export const card = (page: Page, name: string) =>
  page.locator(".react-flow__node", { hasText: name });

/** With PICTURES=1, saves pictures at 1440 and 1024 px, light and dark: narrower, the canvas is not for editing. */
export async function takeDeskPictures(page: Page, toPath: (file: string) => string, name: string) {
  if (process.env["PICTURES"] === undefined) return;
  for (const width of [1024, 1440]) {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 768 });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: toPath(`${name}-${width}-${colorScheme}.png`) });
    }
  }
}

/** Expects that axe finds nothing wrong with a part of the page; what is drawn inside it has tests of its own. */
export async function expectAccessible(page: Page, part: string): Promise<void> {
  expect(await findViolations(page, part, ".graph-canvas")).toEqual([]);
}
