import { type Browser, expect, type Page, test } from "@playwright/test";
import { findViolations } from "../find-violations.ts";
import { ownServer } from "../own-server.ts";

const server = ownServer("simulator");

test("tries a workflow, keeps the conversation as a test, and hears what an edit changes", async ({
  browser,
}) => {
  const page = await openWorkflow(browser, "Welcome and route");
  await page.getByRole("button", { name: "Try it" }).click();
  const simulator = page.getByRole("complementary", { name: "Simulator" });
  const log = simulator.getByRole("log");
  await picture(page, "empty");
  await expectNoViolations(page);

  await simulator.getByRole("button", { name: "Chat opened" }).click();
  await expect(log).toContainText("What can we help you with?");
  await simulator
    .getByRole("group", { name: "Answers" })
    .getByRole("button", { name: "A return" })
    .click();
  await expect(log).toContainText("Which e-mail may we answer to");
  await expect(simulator.getByText("Waits for a reply")).toBeVisible();
  await expect(cardOf(page, "Ask e-mail").locator("[data-state=waiting]")).toBeVisible();

  // A wrong e-mail is asked for again, once two seconds of silence have passed.
  await write(page, "none of your business");
  await simulator.getByRole("button", { name: /^Next timer/ }).click();
  const asked = log.locator('[data-from="workflow"]');
  const before = await asked.count();
  await write(page, "mia@shop.example");
  await expect(asked).not.toHaveCount(before);
  await expect(log).toContainText(/Assigned to/);
  await picture(page, "played");
  await expectNoViolations(page);

  await simulator.getByRole("tab", { name: "Variables" }).click();
  await expect(simulator.getByText("set at What is it about?")).toBeVisible();
  await picture(page, "variables");
  await simulator.getByRole("tab", { name: "Steps" }).click();
  await expect(simulator.getByText("Answered “return”")).toBeVisible();
  await picture(page, "steps");
  await expectNoViolations(page);

  await simulator.getByRole("button", { name: "Save as a test" }).click();
  await page.getByLabel("Name of the test").fill("A return");
  await page.keyboard.press("Enter");
  await expect(simulator.getByText("The test passes")).toBeVisible();

  // A step back, and the clock moved past the timeout instead.
  await simulator.getByRole("tab", { name: "Conversation" }).click();
  for (const step of [1, 2, 3]) {
    await simulator.getByRole("button", { name: "Take the last step back" }).click();
    await expect(log.locator(".sim-line[data-kind=act], [data-from=contact]")).toHaveCount(
      5 - step,
    );
  }
  await simulator.getByRole("button", { name: "+1 h" }).click();
  await expect(log).toContainText("1 hour later");
  await picture(page, "timeout");

  // What an edit changes is told line by line, and can be taken as right.
  await simulator.getByRole("tab", { name: "Tests" }).click();
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await cardOf(page, "What is it about?").click();
  await page.getByLabel("Question", { exact: true }).fill("Good day, what is it?");
  await page.getByRole("button", { name: "Try it" }).click();
  await simulator.getByRole("tab", { name: "Tests" }).click();
  await expect(simulator.getByText("1 of 1 came out otherwise")).toBeVisible();
  await simulator.getByRole("button", { name: "A return", exact: true }).click();
  await expect(simulator.locator('[data-change="new"]')).toContainText("Good day, what is it?");
  await picture(page, "difference");
  await expectNoViolations(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("dialog").getByRole("region", { name: "Tests" })).toContainText(
    "A return",
  );
  await picture(page, "publish");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await simulator.getByRole("button", { name: "Accept as the new expectation" }).click();
  await expect(simulator.getByText("The test passes")).toBeVisible();
});

async function openWorkflow(browser: Browser, name: string): Promise<Page> {
  const page = await (
    await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
    })
  ).newPage();
  const { email, password } = server.demoLogin();
  await page.goto(`${server.url}/app/workflows`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name }).click();
  await expect(page.getByLabel("Name of the workflow")).toHaveValue(name);
  return page;
}

const cardOf = (page: Page, name: string) => page.locator(".react-flow__node", { hasText: name });

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Write as the customer").fill(text);
  await page.keyboard.press("Enter");
}

const expectNoViolations = async (page: Page) =>
  expect(await findViolations(page, ".builder-simulator")).toEqual([]);

/** With PICTURES=1, saves pictures at both widths of a desk, light and dark, for a person to look at. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env["PICTURES"] === undefined) return;
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({
        path: test.info().outputPath(`simulator-${name}-${width}-${colorScheme}.png`),
      });
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1440, height: 900 });
}
