import { type Browser, expect, test } from "@playwright/test";
import { answeringScenarios } from "./rage-click/answering.ts";
import { deadScenarios } from "./rage-click/dead.ts";
import { everydayAnswers } from "./rage-click/everyday-answers.ts";
import { everydayControls } from "./rage-click/everyday-controls.ts";
import { everydayDead } from "./rage-click/everyday-dead.ts";
import { givenScenarios } from "./rage-click/given.ts";
import { harderScenarios } from "./rage-click/harder.ts";
import { heldOutScenarios } from "./rage-click/held-out.ts";
import { lastUnseenScenarios } from "./rage-click/last-unseen.ts";
import { lateInput, type RageScenario } from "./rage-click/scenario.ts";
import { thirdUnseenScenarios } from "./rage-click/third-unseen.ts";
import { openSignalPage } from "./signal-page.ts";

// A page per scenario would fill the report with pictures.
test.use({ trace: "off", screenshot: "off" });

/** Pages at a time: input has to come in its rhythm. */
const pagesAtOnce = 6;
/** On a busy machine, what lost its rhythm is played again with no other beside it. */
const triesAlone = 5;
/** From the last gesture until nothing can fire any more: background is taken back after 1.2 s. */
const outcomeMs = 1_700;

interface Outcome {
  readonly scenario: RageScenario;
  readonly fired: number;
}

/** Null when it came out wrong, and the machine was too busy to play the input as it is meant. */
const play = async (browser: Browser, scenario: RageScenario): Promise<Outcome | null> => {
  const { page, fired, close } = await openSignalPage(browser, {
    body: scenario.body,
    head: scenario.head ?? "",
    isTouch: scenario.isTouch ?? false,
    armed: [{ trigger_type: "rage_click", config: { url_contains: "" } }],
  });
  await scenario.act(page);
  // What is reported goes through a file that loads when it is needed.
  const waitMs = scenario.shouldFire ? outcomeMs * 2 : outcomeMs;
  for (let waited = 0; fired.length === 0 && waited < waitMs; waited += 100)
    await page.waitForTimeout(100);
  await close();
  const isLost = fired.length !== Number(scenario.shouldFire) && lateInput.has(page);
  return isLost ? null : { scenario, fired: fired.length };
};

const playAll = async (
  browser: Browser,
  scenarios: readonly RageScenario[],
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  const left = [...scenarios];
  const lost: RageScenario[] = [];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const outcome = await play(browser, next);
        if (outcome === null) lost.push(next);
        else outcomes.push(outcome);
      }
    }),
  );
  for (const scenario of lost) {
    let outcome = await play(browser, scenario);
    for (let tries = 1; outcome === null && tries < triesAlone; tries += 1)
      outcome = await play(browser, scenario);
    outcomes.push(outcome ?? { scenario, fired: 0 });
  }
  return outcomes;
};

/** The share of the true cases that fired and of the harmless ones that did, and what came out wrong. */
const measure = (outcomes: readonly Outcome[]) => {
  const share = (shouldFire: boolean): readonly [number, number] => {
    const some = outcomes.filter(({ scenario }) => scenario.shouldFire === shouldFire);
    return [some.filter(({ fired }) => fired > 0).length, some.length];
  };
  const [caught, dead] = share(true);
  const [disturbed, harmless] = share(false);
  const wrong = outcomes.filter(({ scenario, fired }) => fired !== Number(scenario.shouldFire));
  return {
    recall: caught / dead,
    falseAlarms: disturbed / harmless,
    table: [
      `caught ${caught}/${dead}, harmless ones fired on ${disturbed}/${harmless}`,
      ...wrong.map(
        ({ scenario, fired }) => `  ${scenario.id} (${scenario.description}) fired ${fired}×`,
      ),
    ].join("\n"),
  };
};

test.describe("rage clicks", () => {
  test.setTimeout(300_000);

  let browser: Browser;
  test.beforeAll(async ({ playwright, launchOptions }) => {
    // Scrollbars are part of pages; headless browsers hide them unless told not to.
    const options = { ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] };
    browser = await playwright.chromium.launch(options);
  });
  test.afterAll(() => browser.close());

  for (const [name, scenarios] of [
    [
      "given and own scenarios",
      [...givenScenarios, ...deadScenarios, ...answeringScenarios, ...harderScenarios],
    ],
    ["held-out scenarios", heldOutScenarios],
    [
      "everyday and unseen scenarios",
      [
        ...everydayControls,
        ...everydayAnswers,
        ...everydayDead,
        ...lastUnseenScenarios,
        ...thirdUnseenScenarios,
      ],
    ],
  ] as const)
    test(`${name}: recall at least 90 %, at most 10 % of the harmless fire`, async () => {
      const { recall, falseAlarms, table } = measure(await playAll(browser, scenarios));
      process.stdout.write(`${name}: ${table}\n`);
      expect(recall, table).toBeGreaterThanOrEqual(0.9);
      expect(falseAlarms, table).toBeLessThanOrEqual(0.1);
    });

  test("the page is watched after a gesture only, and not for long", async () => {
    const { page, close } = await openSignalPage(browser, {
      head: `<script>
        window.watching = "never";
        window.MutationObserver = class extends MutationObserver {
          observe(target, options) {
            if (target === document) window.watching = "now";
            super.observe(target, options);
          }
          disconnect() {
            window.watching = "no more";
            super.disconnect();
          }
        };
      </script>`,
      body: `<main><p><button id="b">Send</button></p></main>`,
      armed: [{ trigger_type: "rage_click", config: { url_contains: "" } }],
    });
    const watching = (): Promise<unknown> => page.evaluate("window.watching");
    expect(await watching()).toBe("never");
    await page.locator("#b").click();
    await expect.poll(watching).toBe("no more");
    await close();
  });
});
