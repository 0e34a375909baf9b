import { type Browser, type Page, expect, test } from "@playwright/test";
import { playAtOnce } from "./at-once.ts";
import { film, recording } from "./media.ts";
import { openSignalPage } from "./signal-page.ts";

const score = (threshold: number, url_contains = "") => ({
  trigger_type: "engagement_score",
  config: { threshold, url_contains },
});
const tall = `<h1>Story</h1><div style="height:4000px"></div>`;
const short = "<h1>Plans</h1><p>Two plans, one table.</p>";
const phone = `<meta name="viewport" content="width=device-width">`;

interface Visit {
  readonly name: string;
  readonly threshold: number;
  readonly body?: string;
  readonly isTouch?: boolean;
  readonly play: (page: Page) => Promise<unknown>;
  /** The least the parts that count must have; null when the threshold must not be reached. */
  readonly reached: Readonly<Record<string, number>> | null;
}

const playVisit = async (browser: Browser, visit: Visit): Promise<void> => {
  const { name, threshold, body = tall, isTouch = false, reached } = visit;
  const armed = [score(threshold)];
  const { page, fired, close } = await openSignalPage(browser, {
    body,
    head: phone,
    armed,
    isTouch,
  });
  await visit.play(page);
  if (reached === null) {
    // Past the end of engaged time, so that nothing can come any more.
    await page.waitForTimeout(5_500);
    expect(fired, name).toEqual([]);
  } else {
    await expect.poll(() => fired.length, { message: name }).toBe(1);
    const evidence = fired[0]?.evidence;
    expect(evidence, name).toMatchObject({ threshold, url_contains: "" });
    expect(Number(evidence?.["score"]), name).toBeGreaterThanOrEqual(threshold);
    for (const [part, least] of Object.entries(reached))
      expect(Number(evidence?.[part]), `${name}: ${part}`).toBeGreaterThanOrEqual(least);
  }
  await close();
};

const clickAt = async (page: Page, ...places: readonly number[]): Promise<void> => {
  for (const x of places) {
    await page.mouse.click(x, 300);
    await page.waitForTimeout(150);
  }
};
/** Crosses the page once a second. */
const moveFor = async (page: Page, seconds: number, pixels: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    await page.mouse.move(200 + (second % 2) * pixels, 200, { steps: 5 });
    await page.waitForTimeout(1_000);
  }
};
const pressFor = async (page: Page, seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    await page.keyboard.press("Shift");
    await page.waitForTimeout(1_000);
  }
};
const wait = (page: Page): Promise<void> => page.waitForTimeout(6_000);

const engagedVisits: readonly Visit[] = [
  {
    name: "the page read to its end",
    threshold: 30,
    play: (page) => page.keyboard.press("End"),
    reached: { scroll: 30 },
  },
  {
    name: "five places clicked",
    threshold: 20,
    play: (page) => clickAt(page, 100, 200, 300, 400, 500),
    reached: { clicks: 20 },
  },
  {
    name: "movement in eight seconds",
    threshold: 5,
    play: (page) => moveFor(page, 9, 200),
    reached: { move: 3, time: 1 },
  },
  {
    name: "time on a page that cannot be scrolled",
    threshold: 3,
    body: short,
    play: (page) => pressFor(page, 7),
    reached: { time: 1, scroll: 1 },
  },
  {
    name: "time on a phone that nothing moves on",
    threshold: 3,
    isTouch: true,
    play: (page) => pressFor(page, 8),
    reached: { time: 1, move: 1 },
  },
  {
    name: "time with a recording",
    threshold: 6,
    body: recording + tall,
    play: async (page) => {
      await page.getByRole("button", { name: "Listen" }).click();
      await page.waitForTimeout(8_000);
    },
    reached: { time: 2, clicks: 4 },
  },
];

const otherVisits: readonly Visit[] = [
  { name: "an untouched page", threshold: 1, play: wait, reached: null },
  {
    name: "a page that plays, scrolls and makes events up by itself",
    threshold: 1,
    body: film("muted controls") + tall,
    play: async (page) => {
      await page.evaluate(() => {
        setInterval(() => {
          scrollBy(0, 500);
          for (const type of ["pointermove", "pointerdown", "pointerup", "keydown", "click"])
            document.body.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1 }));
        }, 300);
      });
      await wait(page);
    },
    reached: null,
  },
  {
    name: "a position the browser restored",
    threshold: 20,
    play: async (page) => {
      await page.evaluate(() => scrollTo(0, 9_000));
      await page.waitForTimeout(500);
      await page.reload();
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(3_000);
      await page.locator("switchboard-widget").waitFor({ state: "attached" });
      await clickAt(page, 100, 200);
    },
    reached: null,
  },
  {
    name: "hammering on one spot",
    threshold: 10,
    play: async (page) => {
      for (let time = 0; time < 10; time += 1) await page.mouse.click(300 + time, 300);
    },
    reached: null,
  },
  {
    name: "a button by key, and our own launcher",
    threshold: 8,
    body: `<button>More</button>${tall}`,
    play: async (page) => {
      for (let time = 0; time < 3; time += 1) {
        await page.getByRole("button", { name: "More" }).press("Enter");
        await page.waitForTimeout(1_100);
      }
      await page.getByRole("button", { name: "Open chat" }).click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Open chat" }).click();
    },
    reached: null,
  },
  {
    name: "a mouse that trembles",
    threshold: 4,
    play: async (page) => {
      for (let time = 0; time < 60; time += 1) {
        await page.mouse.move(300 + (time % 2) * 4, 300);
        await page.waitForTimeout(100);
      }
    },
    reached: null,
  },
  {
    name: "time in a page that can be scrolled, with a mouse",
    threshold: 3,
    play: (page) => pressFor(page, 6),
    reached: null,
  },
];

test("the parts of the score come from what the visitor does", async ({ browser }) => {
  await playAtOnce(engagedVisits.map((visit) => () => playVisit(browser, visit)));
});

test("what the visitor did not do scores nothing", async ({ browser }) => {
  await playAtOnce(otherVisits.map((visit) => () => playVisit(browser, visit)));
});

test("is reached once in a session, on pages it watches, with what other pages scored", async ({
  browser,
}) => {
  const armed = [score(30, "/pricing")];
  const body = { "/": tall, "/pricing": tall };
  const { page, fired, close } = await openSignalPage(browser, { body, armed });
  await page.keyboard.press("End");
  await page.waitForTimeout(1_500);
  expect(fired).toEqual([]);
  await page.goto("https://shop.test/pricing");
  await page.locator("switchboard-widget").waitFor({ state: "attached" });
  await page.waitForTimeout(1_500);
  expect(fired).toEqual([]);
  await page.keyboard.press("Shift");
  await expect.poll(() => fired.length).toBe(1);
  expect(fired[0]?.evidence["scroll"]).toBe(0);
  await page.reload();
  await page.locator("switchboard-widget").waitFor({ state: "attached" });
  await page.keyboard.press("End");
  await page.waitForTimeout(2_500);
  expect(fired).toHaveLength(1);
  await close();
});
