import { expect, type Page, test } from "@playwright/test";
import { ownServer } from "../own-server.ts";
import {
  addSteps,
  card,
  clickOpen,
  lines,
  newWorkflow,
  notes,
  openWorkflows,
  saved,
} from "./builder-page.ts";

const server = ownServer("clipboard");

test("copies steps, lines and notes to another workflow, takes a paste back, and says what it cannot paste", async ({
  browser,
}) => {
  const page = await openWorkflows(server, browser);
  await newWorkflow(page, "Where it is copied");
  await addSteps(page, "Wait", "Close conversation");
  await expect(lines(page)).toHaveCount(2);

  // A note, written in place and resized by keyboard.
  await clickOpen(page);
  await page.keyboard.press("n");
  await page.getByLabel("Text of the note").fill("Ask Mia before changing the wait");
  await page.keyboard.press("Escape");
  await expect(notes(page)).toContainText("Ask Mia before changing the wait");
  await page.getByLabel("Width").fill("320");
  await expect
    .poll(() =>
      notes(page).evaluate((note) => (note instanceof HTMLElement ? note.style.width : "")),
    )
    .toBe("320px");

  await clickOpen(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect(saved(page)).toBeVisible();

  await page.goto(`${server.url}/app/workflows`);
  await newWorkflow(page, "Where it is pasted");
  await page.keyboard.press("Control+v");
  await expect(page.locator(".react-flow__node-card")).toHaveCount(3);
  await expect(notes(page)).toHaveCount(1);
  await expect(lines(page)).toHaveCount(1);
  await expect(page.getByText("2 cards and 1 note selected")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".react-flow__node-card")).toHaveCount(1);
  await page.keyboard.press("Control+Shift+z");
  await expect(lines(page)).toHaveCount(1);

  // Cut takes away what is selected; pasted again it is whole.
  await page.keyboard.press("Control+x");
  await expect(page.locator(".react-flow__node-card")).toHaveCount(1);
  await page.keyboard.press("Control+v");
  await expect(card(page, "Close conversation")).toBeVisible();

  await paste(page, "Dear team, please look");
  await expect(page.getByText(/not something copied from Switchboard/)).toBeVisible();
  await paste(page, '{"switchboard": "clipping", "format": 7}');
  await expect(page.getByText(/copied from a newer Switchboard/)).toBeVisible();
  await paste(page, '{"switchboard": "clipping",\n "format": }');
  await expect(page.getByText(/not valid JSON: line 2/)).toBeVisible();
  await paste(
    page,
    "switchboard: 1\nname: A file\ntrigger:\n  type: manual\nsteps:\n  note:\n    type: wait\n    name: From a file\n    config: { seconds: 60 }\n",
  );
  await expect(card(page, "From a file")).toBeVisible();
  await expect(page.locator(".react-flow__node-card")).toHaveCount(4);
  await expect(saved(page)).toBeVisible();
});

/** Pastes a text as the system's clipboard would bring it. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
