import { expect, test } from "@playwright/test";
import { ownServer } from "../own-server.ts";
import {
  addSteps,
  card,
  clickOpen,
  lines,
  newWorkflow,
  openWorkflows,
  saved,
} from "./builder-page.ts";

const server = ownServer("kept draft");

test("undoes after a reload what was done before it, lines included", async ({ browser }) => {
  const page = await openWorkflows(server, browser);
  await newWorkflow(page, "Undone later");
  await addSteps(page, "Wait", "Send message", "Close conversation");
  await expect(lines(page)).toHaveCount(3);
  await card(page, "Send message").click();
  await page.keyboard.press("Delete");
  await expect(lines(page)).toHaveCount(2);
  await expect(saved(page)).toBeVisible();

  await page.reload();
  await expect(lines(page)).toHaveCount(2);
  await clickOpen(page);
  await page.keyboard.press("Control+z");
  await expect(card(page, "Send message")).toBeVisible();
  await expect(lines(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Changes" }).click();
  await expect(page.getByRole("menuitem").first()).toHaveText("Redo: Delete 1 card");
  await page.getByRole("menuitem", { name: "Undo: Add Wait" }).click();
  await expect(lines(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Changes" }).click();
  await page.getByRole("menuitem", { name: "Redo: Add Close conversation" }).click();
  await expect(lines(page)).toHaveCount(3);
  await expect(saved(page)).toBeVisible();
});
