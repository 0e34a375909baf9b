import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type Page, expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";
import { playAtOnce } from "./signals/at-once.ts";

let folder: string;
let server: RunningServer;
let team: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-fourteen-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
  team = await (await browser.newContext()).newPage();
  const { email, password } = server.demoLogin();
  await team.goto(`${server.url}/app/settings/install`);
  await team.getByLabel("E-mail").fill(email);
  await team.getByLabel("Password").first().fill(password);
  await team.getByRole("button", { name: "Sign in" }).click();
  await team.getByLabel("Page to inspect").waitFor();
  for (const { type, config } of journeys) ids.set(type, await publish(type, config));
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Asks the API as the signed-in page does. */
const ask = async (method: string, address: string, body?: object): Promise<unknown> =>
  team.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/v1${where}`, {
        method: how,
        headers: { "content-type": "application/json" },
        ...(what === undefined ? {} : { body: JSON.stringify(what) }),
      });
      if (!answer.ok) throw new Error(`${how} ${where}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? null : await answer.json();
    },
    [method, address, body] as const,
  );

const idIn = (value: unknown): string =>
  typeof value === "object" && value !== null && "workflow" in value
    ? String(Reflect.get(Object(value.workflow), "id"))
    : "";
const itemsIn = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items)
    ? value.items
    : [];

/** Publishes a workflow in the background: several may start for one visitor, and the trigger alone decides. */
const publish = async (type: string, config: object): Promise<string> => {
  const graph = {
    format: 1,
    trigger: {
      type,
      config,
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: { x: 0, y: 0 },
    steps: [
      {
        id: "tag",
        type: "run_action",
        name: "",
        config: {
          action: "switchboard.add_tag@1",
          input: { tag: { literal: type }, of: { literal: "contact" } },
          confirm: false,
        },
        position: { x: 0, y: 100 },
      },
    ],
    edges: [{ from: "trigger", path: "next", to: "tag" }],
  };
  const id = idIn(await ask("POST", "/workflows", { name: `On ${type}`, graph }));
  await ask("POST", `/workflows/${id}/publish`, {});
  return id;
};

const visit = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${server.url}${address}`);
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  await page.mouse.move(400, 300);
  return page;
};

/** Nothing comes upon a visitor sooner (SPEC 2 "Proactive manners"), so nothing is reported sooner. */
const arrivalMs = 10_500;

interface Journey {
  readonly type: string;
  readonly config: object;
  readonly play: (browser: Browser) => Promise<Page>;
}

const readOn = async (page: Page, steps: number): Promise<void> => {
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, 260);
    await page.mouse.move(300 + (step % 2) * 400, 250 + (step % 3) * 120, { steps: 8 });
    await page.waitForTimeout(600);
  }
};

const journeys: readonly Journey[] = [
  {
    type: "conversation_opened",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await page.getByRole("button", { name: "Open chat" }).click();
      await page
        .getByRole("region", { name: "Chat" })
        .getByRole("textbox", { name: "Your message" })
        .fill("Hello");
      await page.keyboard.press("Enter");
      return page;
    },
  },
  {
    type: "manual",
    config: { from_page: true },
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await page.evaluate(
        async (id) => Reflect.get(window, "switchboard")("startWorkflow", id),
        ids.get("manual"),
      );
      return page;
    },
  },
  { type: "first_visit", config: {}, play: (browser) => visit(browser, "/demo/") },
  {
    type: "return_visit",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/pricing");
      await page.waitForTimeout(arrivalMs + 1_000);
      // The session ended half an hour ago.
      await page.evaluate(() => {
        for (const name of Object.keys(localStorage).filter((one) => one.endsWith(":session"))) {
          const session = JSON.parse(localStorage.getItem(name) ?? "{}");
          session.last_activity_at -= 31 * 60_000;
          localStorage.setItem(name, JSON.stringify(session));
        }
      });
      await page.goto(`${server.url}/demo/`);
      return page;
    },
  },
  {
    type: "mouse_leave",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await page.mouse.wheel(0, 100);
      await page.waitForTimeout(6_000);
      await page.mouse.move(500, 300);
      await page.mouse.move(520, -6, { steps: 6 });
      return page;
    },
  },
  {
    type: "scroll",
    config: { depth: 50 },
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await readOn(page, 8);
      return page;
    },
  },
  {
    type: "page_view",
    config: { url_pattern: "/demo/docs/*" },
    play: (browser) => visit(browser, "/demo/docs/sizing"),
  },
  {
    type: "chat_opened",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await page.getByRole("button", { name: "Open chat" }).click();
      return page;
    },
  },
  {
    type: "engagement_score",
    config: { threshold: 20 },
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await readOn(page, 14);
      return page;
    },
  },
  {
    type: "rage_click",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/docs/sizing");
      const heading = await page.getByRole("heading").first().boundingBox();
      if (heading === null) throw new Error("no heading");
      for (let click = 0; click < 8; click += 1) {
        await page.mouse.click(heading.x + 20, heading.y + 10);
        await page.waitForTimeout(110);
      }
      return page;
    },
  },
  {
    type: "form_frustration",
    config: {},
    play: async (browser) => {
      const page = await visit(browser, "/demo/checkout");
      for (let time = 0; time < 4; time += 1) {
        await page.locator("#email").click();
        await page.waitForTimeout(700);
        await page.getByRole("heading").first().click();
        await page.waitForTimeout(1_200);
      }
      return page;
    },
  },
  {
    type: "idle_detected",
    config: { seconds: 5 },
    play: (browser) => visit(browser, "/demo/"),
  },
  {
    type: "pages_browsed",
    config: { pages: 3 },
    play: async (browser) => {
      const page = await visit(browser, "/demo/");
      await page.goto(`${server.url}/demo/pricing`);
      await page.goto(`${server.url}/demo/gear`);
      return page;
    },
  },
  {
    type: "ecommerce_signal",
    config: { kinds: ["product"] },
    play: (browser) => visit(browser, "/demo/products/ember-jacket"),
  },
];

const ids = new Map<string, string>();

test("each of the fourteen triggers starts its workflow on the demo shop", async ({ browser }) => {
  test.setTimeout(240_000);
  await playAtOnce(
    journeys.map(({ type, play }) => async () => {
      const page = await play(browser);
      await expect
        .poll(
          async () =>
            itemsIn(await ask("GET", `/runs?workflow_id=${ids.get(type) ?? ""}&limit=1`)).length,
          { message: `${type} starts its workflow`, timeout: 45_000 },
        )
        .toBe(1);
      await page.context().close();
    }),
  );
});

test("the inspector shows what each armed trigger has counted, and why it has fired or not", async ({
  browser,
}) => {
  await team.getByLabel("Page to inspect").fill(`${server.url}/demo/docs/sizing?from=mail#sizes`);
  await team.getByRole("button", { name: "Make a link" }).click();
  const link = await team
    .getByRole("link", { name: "Open the page with the inspector" })
    .getAttribute("href");
  const page = await (await browser.newContext()).newPage();
  await page.goto(link ?? "");
  const inspector = page.getByRole("region", { name: "Signal inspector" });
  await expect(inspector.getByText("On page_view")).toBeVisible();
  expect(page.url()).not.toContain("switchboard-inspect");
  const rowOf = (name: string) =>
    inspector
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name, exact: true }) });
  await expect(rowOf("Page view").filter({ hasText: "On page_view" })).toContainText("fired");
  await expect(rowOf("Engagement score")).toContainText("It has not fired on this page yet");
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 300);
  await expect(rowOf("Engagement score").locator("dd").first()).not.toHaveText("0");
  await page.goto(`${server.url}/demo/`);
  await expect(rowOf("Page view").filter({ hasText: "On page_view" })).toContainText(
    "its address does not match",
  );
  await inspector.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  await expect(inspector).toBeHidden();
});
