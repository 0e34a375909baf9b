import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { findViolations } from "../find-violations.ts";
import { ownServer } from "../own-server.ts";
import { addSteps, card, clickOpen, lines, newWorkflow, openWorkflows } from "./builder-page.ts";

const server = ownServer("canvas");
let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await openWorkflows(server, browser);
});
test.afterAll(async () => {
  await page.context().close();
});

const begin = async (name: string) => {
  await page.goto(`${server.url}/app/workflows`);
  await newWorkflow(page, name);
};
const chosen = () => page.locator(".react-flow__node-card.selected");
const exitOf = (name: string, way: string) =>
  card(page, name).locator("li", { hasText: way }).locator(".graph-exit");
const filter = (name: string) => page.getByRole("textbox", { name: `${name}: find` });

/** Shows everything and waits until the view stands still. */
const fit = async () => {
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await expect(page.locator(".graph-zoom")).not.toHaveText("100 %");
  let before: string | null = null;
  const isStill = async () => {
    const now = await page.locator(".react-flow__viewport").getAttribute("style");
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(isStill, { intervals: [250] }).toBe(true);
};

/** Draws from an exit to a point of a card or of the open canvas. */
const pull = async (
  from: ReturnType<typeof exitOf>,
  to: ReturnType<typeof card>,
  position: { x: number; y: number },
) => {
  await from.hover();
  await page.mouse.down();
  await to.hover({ force: true, position });
  await to.hover({ force: true, position });
  await page.mouse.up();
};

test("builds, wires and mends a workflow with the keyboard alone", async () => {
  await begin("By keyboard");
  await page.keyboard.press("ArrowRight");
  await expect(chosen()).toContainText("Conversation opened");

  // Add: the filter takes the first match; the new card has the focus.
  await page.keyboard.press("a");
  await expect(filter("Add a step")).toBeFocused();
  await page.keyboard.type("ask");
  await page.keyboard.press("Enter");
  await expect(chosen()).toContainText("Ask question");
  await expect(chosen()).toBeFocused();

  // Into the settings and back.
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Question", { exact: true })).toBeFocused();
  await page.keyboard.type("Which order?");
  await page.keyboard.press("Escape");
  await expect(chosen()).toBeFocused();
  await expect(chosen()).toContainText("Which order?");

  // After the second way out, chosen from a list.
  await page.keyboard.press("a");
  await filter("Add a step after").fill("answered");
  await page.keyboard.press("Enter");
  await filter("Add a step").fill("close");
  await page.keyboard.press("Enter");
  await expect(chosen()).toContainText("Close conversation");
  await page.keyboard.press("ArrowLeft");
  await expect(chosen()).toContainText("Ask question");
  await page.keyboard.press("a");
  await filter("Add a step after").fill("no answer");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await filter("Add a step").fill("wait");
  await page.keyboard.press("Enter");
  await expect(chosen()).toContainText("Wait");
  await expect(lines(page)).toHaveCount(3);

  // Connect it to the closing step.
  await page.keyboard.press("c");
  await filter("Connect").fill("passed");
  await page.keyboard.press("Enter");
  await filter("Connect to").fill("close");
  await page.keyboard.press("Enter");
  await expect(lines(page)).toHaveCount(4);

  // Move it, take that back, go up and down among its neighbours.
  const before = await chosen().boundingBox();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(async () => (await chosen().boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await chosen().boundingBox())?.y).toBe(before?.y);
  await page.keyboard.press("ArrowUp");
  await expect(chosen()).toContainText("Close conversation");
  await page.keyboard.press("Delete");
  await expect(lines(page)).toHaveCount(2);
});

test("lists every key on a sheet, and offers the same commands by a right click", async () => {
  await begin("Keys");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys on the canvas" });
  await expect(sheet).toContainText("Search the steps");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await addSteps(page, "Wait");
  await card(page, "Wait")
    .first()
    .click({ button: "right", position: { x: 60, y: 14 } });
  await page.getByRole("menuitem", { name: /^Duplicate/ }).click();
  await expect(page.locator(".react-flow__node-card")).toHaveCount(3);
});

test("connects by dropping anywhere on a card, says why not, and offers steps in the open", async () => {
  await begin("By mouse");
  await addSteps(page, "Ask question", "Close conversation");
  await fit();
  await pull(exitOf("Ask question", "No answer"), card(page, "Close conversation"), {
    x: 150,
    y: 30,
  });
  await expect(lines(page)).toHaveCount(3);
  await pull(exitOf("Ask question", "No answer"), card(page, "Conversation opened"), {
    x: 150,
    y: 30,
  });
  await expect(page.getByText("A line cannot lead into the trigger")).toBeVisible();
  await pull(exitOf("Ask question", "No answer"), page.locator(".react-flow__pane"), {
    x: 640,
    y: 560,
  });
  await filter("Add a step").fill("send");
  await page.keyboard.press("Enter");
  await expect(chosen()).toContainText("Send message");
  await expect(lines(page)).toHaveCount(3);
});

test("finds steps by their texts and jumps from one to the next", async () => {
  await begin("Search");
  await addSteps(page, "Send message", "Wait", "Send message");
  await page.keyboard.press("Control+f");
  const search = page.getByRole("combobox", { name: "Search the steps" });
  await search.fill("send mess");
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 of 2")).toBeVisible();
  await expect(page.locator('.graph-card[data-mark="way"]')).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
  await expect(chosen()).toBeFocused();
  await expect(page.locator(".graph-card[data-mark]")).toHaveCount(0);
  await clickOpen(page);
  await expect(chosen()).toHaveCount(0);
});

for (const shade of ["light", "dark"] as const) {
  test(`leaves nobody out on the canvas and in its search, ${shade}`, async () => {
    await page.emulateMedia({ colorScheme: shade });
    await begin(`In the ${shade}`);
    await addSteps(page, "Ask question", "Close conversation");
    await page.keyboard.press("Control+f");
    await page.getByRole("combobox", { name: "Search the steps" }).fill("close");
    await expect(page.getByText("1 of 1")).toBeVisible();
    expect(await findViolations(page, ".builder-canvas")).toEqual([]);
  });
}

test("keeps a picture of the whole workflow, from the menu and from the canvas", async () => {
  await begin("In a Picture");
  await addSteps(page, "Ask question", "Close conversation");
  await page.getByRole("button", { name: "More", exact: true }).click();
  const svgComing = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Save as a picture (SVG)" }).click();
  const svgFile = await svgComing;
  expect(svgFile.suggestedFilename()).toBe("in-a-picture.svg");
  const svg = await readFile(await svgFile.path(), "utf8");
  expect(svg).toContain("Ask question");
  const isWellFormed = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null,
    svg,
  );
  expect(isWellFormed).toBe(true);
  await expect(page.getByRole("menu")).toHaveCount(0); // it fades out
  await page.locator(".react-flow__pane").click({ button: "right", position: { x: 640, y: 600 } });
  const pngComing = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Save as a picture (PNG)" }).click();
  const pngFile = await pngComing;
  expect(pngFile.suggestedFilename()).toBe("in-a-picture.png");
  const png = await readFile(await pngFile.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
});
