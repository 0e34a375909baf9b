import { type Browser, type Page, expect, test } from "@playwright/test";
import { playAtOnce } from "./at-once.ts";
import { film, recording } from "./media.ts";
import { openSignalPage } from "./signal-page.ts";

const idle = (url_contains = "") => ({
  trigger_type: "idle_detected",
  config: { seconds: 5, url_contains },
});
/** Longer than the five seconds it takes. */
const longMs = 7_000;

/** What fired has been reported after this long, and sooner than it can fire again. */
const reportMs = 3_000;

interface Visit {
  readonly name: string;
  readonly body?: string;
  readonly url_contains?: string;
  readonly isTouch?: boolean;
  /** What happens first. */
  readonly play?: (page: Page) => Promise<unknown>;
  /** The trigger must be silent meanwhile; not so where a slow machine may need five seconds to come to the point. */
  readonly isSilent?: boolean;
  /** How often it fires while nobody does anything afterwards. */
  readonly fires: number;
  readonly quietMs?: number;
}

const playVisit = async (browser: Browser, visit: Visit): Promise<void> => {
  const { name, url_contains = "", fires, quietMs = longMs } = visit;
  const { page, fired, close } = await openSignalPage(browser, {
    body: visit.body ?? "<h1>Checkout</h1><p>Two things in your cart.</p>",
    armed: [idle(url_contains)],
    isTouch: visit.isTouch ?? false,
  });
  await visit.play?.(page);
  if (visit.isSilent === false) await page.waitForTimeout(reportMs);
  else expect(fired, `${name}, while it is played`).toEqual([]);
  const early = fired.length;
  await page.waitForTimeout(quietMs);
  const evidence = { seconds: 5, url_contains, idle_seconds: 5 };
  expect(
    fired.slice(early).map((one) => one.evidence),
    name,
  ).toEqual(Array.from({ length: fires }, () => evidence));
  await close();
};

/** Does it once a second, for longer than the trigger waits. */
const keepDoing = async (page: Page, act: (second: number) => Promise<unknown>): Promise<void> => {
  for (let second = 0; second < 7; second += 1) {
    await act(second);
    await page.waitForTimeout(1_000);
  }
};
/** The page as it is told that it is hidden or shown; a browser without windows never hides one by itself. */
const turn = (page: Page, state: "hidden" | "visible"): Promise<void> =>
  page.evaluate((to) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => to });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
const card = `<p>Total</p><iframe title="Card" srcdoc="<input aria-label=Number>"></iframe>`;
const writeInFrame = (page: Page): Promise<void> =>
  page.frameLocator("iframe").getByLabel("Number").fill("4242");

const openPanel = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("dialog").waitFor();
};

const quietVisits: readonly Visit[] = [
  { name: "an untouched page", fires: 1, quietMs: 12_000 },
  { name: "a page it watches", url_contains: "shop.test/", fires: 1 },
  { name: "a film nobody asked for", body: film("muted autoplay loop"), fires: 1 },
  {
    name: "scripts that scroll and make events up",
    body: `<div style="height:9000px"></div>`,
    play: (page) =>
      page.evaluate(() => {
        setInterval(() => {
          scrollBy(0, 50);
          for (const type of ["pointermove", "pointerdown", "keydown", "wheel", "focus"])
            document.body.dispatchEvent(new Event(type, { bubbles: true }));
        }, 300);
      }),
    fires: 1,
  },
  {
    name: "a page that moves under a pointer that rests",
    play: async (page) => {
      await page.mouse.move(200, 200);
      await page.evaluate(() => {
        setInterval(() => {
          document.body.style.paddingTop = `${Math.random() * 300}px`;
        }, 100);
      });
    },
    fires: 1,
  },
  {
    name: "after what the visitor did",
    play: (page) => keepDoing(page, (second) => page.mouse.move(200 + second, 200)),
    fires: 1,
  },
  {
    name: "a page shown again",
    play: async (page) => {
      await page.waitForTimeout(2_000);
      await turn(page, "hidden");
      await page.waitForTimeout(4_000);
      await turn(page, "visible");
      await page.waitForTimeout(3_500);
    },
    fires: 1,
  },
  {
    name: "out of a frame again",
    body: card,
    play: async (page) => {
      await writeInFrame(page);
      await page.waitForTimeout(6_000);
      await page.getByText("Total").click();
      await page.waitForTimeout(3_500);
    },
    fires: 1,
  },
  {
    name: "the frame went away with the focus in it",
    body: card,
    play: async (page) => {
      await writeInFrame(page);
      await page.evaluate(() => document.querySelector("iframe")?.remove());
    },
    fires: 1,
    quietMs: 8_500,
  },
  {
    name: "the recording paused",
    body: recording,
    play: async (page) => {
      await page.getByRole("button", { name: "Listen" }).click();
      await page.waitForTimeout(6_000);
      await page.evaluate(() => document.querySelector("audio")?.pause());
      await page.waitForTimeout(2_500);
    },
    fires: 1,
  },
  {
    name: "our own panel closed",
    play: async (page) => {
      await openPanel(page);
      await page.waitForTimeout(6_000);
      await page.keyboard.press("Escape");
      await page.waitForTimeout(3_500);
    },
    fires: 1,
  },
  {
    name: "a woken computer",
    play: async (page) => {
      await page.waitForTimeout(1_500);
      // Where the steady clock sleeps with the computer, only the other one has gone on.
      await page.evaluate(() => {
        const now = Date.now;
        Date.now = () => now() + 600_000;
      });
      await page.waitForTimeout(5_500);
    },
    fires: 1,
  },
];

const busyVisits: readonly Visit[] = [
  {
    name: "the mouse",
    play: (page) => keepDoing(page, (second) => page.mouse.move(100 + second, 100)),
    fires: 0,
    quietMs: 500,
  },
  {
    name: "keys in a field",
    body: `<input aria-label="Name">`,
    play: (page) => keepDoing(page, () => page.getByLabel("Name").press("a")),
    fires: 0,
    quietMs: 500,
  },
  {
    name: "the wheel",
    body: `<div style="height:9000px"></div>`,
    play: (page) => keepDoing(page, () => page.mouse.wheel(0, 50)),
    fires: 0,
    quietMs: 500,
  },
  {
    name: "taps",
    isTouch: true,
    play: (page) => keepDoing(page, () => page.touchscreen.tap(100, 100)),
    fires: 0,
    quietMs: 500,
  },
  {
    name: "a page that swallows its events",
    play: async (page) => {
      await page.evaluate(() =>
        document.addEventListener("keydown", (event) => event.stopImmediatePropagation(), true),
      );
      await keepDoing(page, () => page.keyboard.press("Shift"));
    },
    fires: 0,
    quietMs: 500,
  },
  { name: "another page", url_contains: "/checkout", fires: 0 },
  {
    name: "a recording",
    body: recording,
    play: (page) => page.getByRole("button", { name: "Listen" }).click(),
    isSilent: false,
    fires: 0,
  },
  { name: "a film with controls", body: film("muted controls"), isSilent: false, fires: 0 },
  { name: "a film that a script started", body: film("muted"), isSilent: false, fires: 0 },
  { name: "a field in a child frame", body: card, play: writeInFrame, isSilent: false, fires: 0 },
  {
    name: "a child frame in a shadow tree",
    body: `<pay-form></pay-form><script>
      document.querySelector("pay-form").attachShadow({ mode: "open" }).innerHTML =
        "<iframe title=Card srcdoc='<input aria-label=Number>'></iframe>";</script>`,
    play: writeInFrame,
    isSilent: false,
    fires: 0,
  },
  { name: "a hidden page", play: (page) => turn(page, "hidden"), isSilent: false, fires: 0 },
  { name: "our own panel", play: openPanel, isSilent: false, fires: 0 },
  {
    name: "our own panel, still open on the next page",
    play: async (page) => {
      await openPanel(page);
      await page.reload();
      await page.getByRole("dialog").waitFor();
    },
    isSilent: false,
    fires: 0,
  },
];

test("fires when nobody does anything on a page that is looked at", async ({ browser }) => {
  await playAtOnce(quietVisits.map((visit) => () => playVisit(browser, visit)));
});

test("is silent while somebody is or may be busy", async ({ browser }) => {
  await playAtOnce(busyVisits.map((visit) => () => playVisit(browser, visit)));
});

test("fires again after an act, three times in a session over its pages", async ({ browser }) => {
  const body = "<p>Cart</p>";
  const { page, fired, close } = await openSignalPage(browser, { body, armed: [idle()] });
  for (let time = 1; time <= 3; time += 1) {
    await expect.poll(() => fired.length).toBe(time);
    if (time === 2) await page.reload();
    else await page.mouse.click(100 + time, 100);
  }
  await page.waitForTimeout(longMs);
  expect(fired).toHaveLength(3);
  await close();
});
