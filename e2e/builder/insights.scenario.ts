import { expect, test } from "@playwright/test";
import { findViolations } from "../find-violations.ts";
import { ownServer } from "../own-server.ts";
import { takePictures } from "../take-pictures.ts";
import { openWorkflows } from "./builder-page.ts";
import { playVisitors } from "./play-visitors.ts";

const server = ownServer("insights");

test("shows what runs came to, from the numbers on the canvas to the single run, and why others did not start", async ({
  browser,
}, testInfo) => {
  const page = await openWorkflows(server, browser);
  const pictures = (name: string) => takePictures(page, (file) => testInfo.outputPath(file), name);
  await page.emulateMedia({ reducedMotion: "reduce" }); // no colour is judged half-way
  const workflowId = await playVisitors(server.url, page.request);
  const at = (part: string) => page.goto(`${server.url}/app/workflows/${workflowId}?part=${part}`);

  // Ten visitors that count, one that only tries things out.
  await at("insights");
  const figures = page.locator(".insights-figures");
  await expect(figures).toContainText("Started10");
  await expect(figures).toContainText("In progress3");
  // The editor stays behind this part, hidden: its cards are not meant.
  const question = page.locator(".insights").getByRole("group", { name: /What is it about/ });
  await expect(question).toContainText("30 % stop here");
  await expect(page.getByText("7 · 70 %")).toBeVisible();
  expect(await findViolations(page, ".insights", ".react-flow__handle")).toEqual([]);
  await pictures("insights");

  await question.click();
  const side = page.getByLabel("Numbers in detail");
  await expect(side).toContainText("3 wait there now");
  await expect(side.getByText("An order").locator("..")).toContainText("4 57 %");
  await pictures("insights-step");

  // A step of an older version has kept its numbers, and is listed apart.
  await page.getByRole("button", { name: "1 step is no longer there" }).click();
  await expect(page.getByRole("table", { name: "Steps no longer there" })).toContainText(
    "Somebody will come2",
  );
  expect(await findViolations(page, ".insights", ".react-flow__handle")).toEqual([]);
  await pictures("insights-table");
  await page.getByRole("button", { name: "Arrived" }).first().click();
  await expect(
    page.getByRole("table", { name: "Steps of version 2" }).getByRole("rowheader").first(),
  ).toHaveText("What is it about?");

  // From a way out to the runs that took it, and on to one of them.
  await page.getByRole("button", { name: "Order?" }).click();
  await side.getByRole("link", { name: "An order" }).click();
  const runs = page.locator(".builder-run-list li");
  await expect(runs).toHaveCount(4);
  await expect(page.getByText("Left “Order?” by “An order”")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(runs).toHaveCount(11);
  expect(await findViolations(page, ".builder-scroll", ".react-flow__handle")).toEqual([]);
  await pictures("runs");
  await page.getByRole("combobox", { name: "Tests" }).click();
  await page.getByRole("option", { name: "Only tests" }).click();
  await expect(runs).toHaveCount(1);
  await page.goto(`${page.url().split("?")[0]}?part=runs&state=waiting`);
  await expect(runs).toHaveCount(3);

  await runs.first().getByRole("link").click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused: nothing came in meanwhile")).toBeVisible();
  await expect(page.getByRole("button", { name: "Continue" })).toBeEnabled();
  expect(await findViolations(page, ".builder-run", ".react-flow__handle")).toEqual([]);
  await pictures("run");
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End run" }).click();
  await expect(page.getByText("Ended early")).toBeVisible();

  // Another workflow stood lower and says so, with a way to mend it.
  await page.goto(`${server.url}/app/workflows`);
  await page.getByRole("link", { name: "Second choice" }).click();
  await page.getByText("Not started", { exact: true }).click();
  await expect(page.getByRole("button", { name: /11 A higher workflow started/ })).toBeVisible();
  await page.getByRole("button", { name: /11 A higher workflow started/ }).click();
  await expect(page.getByText("“Sort by topic” stands higher and started").first()).toBeVisible();
  expect(await findViolations(page, ".builder-scroll", ".react-flow__handle")).toEqual([]);
  await pictures("ledger");

  // The list of workflows: how they fare, found again by a word, put in order by dragging, kept in folders.
  await page.goto(`${server.url}/app/workflows`);
  const rows = page.locator("tbody tr");
  const row = rows.filter({ hasText: "Sort by topic" });
  await expect(row).toContainText("10");
  await expect(row).toContainText("7 70 %");
  await expect(row).toContainText("by Alex Rivera");
  expect(await findViolations(page, ".builder-scroll", ".react-flow__handle")).toEqual([]);
  await pictures("list");
  await expect(rows.first()).toContainText("Sort by topic");
  await rows
    .nth(0)
    .locator(".editing-grip")
    .dragTo(rows.nth(2), { targetPosition: { x: 40, y: 40 } });
  await expect(rows.nth(2)).toContainText("Sort by topic");
  await page.reload();
  await expect(rows.nth(2)).toContainText("Sort by topic");
  await page.getByRole("button", { name: "More for Sort by topic" }).click();
  await page.getByRole("menuitem", { name: "Move to a folder" }).click();
  await page.getByRole("combobox", { name: "Folder" }).fill("Orders");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(row).toContainText("Orders");
  await page.getByRole("searchbox", { name: "Find a workflow" }).fill("orders");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/search=orders/);
});
