import { type Page, expect, test } from "@playwright/test";
import { openSignalPage } from "./signal-page.ts";

const scroll = (depth: number, url_pattern = "") => ({
  trigger_type: "scroll",
  config: { depth, url_pattern },
});
const tall = (pixels = 4_000): string => `<h1>Story</h1><div style="height:${pixels}px"></div>`;

/** Longer than the page's end is held (0.5 s) and than what comes after an act is measured (1 s). */
const quietMs = 1_700;

const wheel = async (page: Page, ...steps: readonly number[]): Promise<void> => {
  await page.mouse.move(400, 300);
  for (const step of steps) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(150);
  }
};
const phone = `<meta name="viewport" content="width=device-width">`;
/** A finger that swipes up the page so many times, with a swing at the end of each. */
const swipe = async (page: Page, times: number): Promise<void> => {
  const client = await page.context().newCDPSession(page);
  for (let time = 0; time < times; time += 1) {
    for (const [index, y] of [600, 560, 500, 400, 300, 180].entries()) {
      const touchPoints = [{ x: 300, y }];
      const type = index === 0 ? "touchStart" : "touchMove";
      await client.send("Input.dispatchTouchEvent", { type, touchPoints });
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(400);
  }
};
const top = (page: Page): Promise<number> => page.evaluate(() => scrollY);

test("the wheel, keys, a link and a finger scroll past a depth, once a page", async ({
  browser,
}) => {
  const open = (options: Partial<Parameters<typeof openSignalPage>[1]>) =>
    openSignalPage(browser, { body: tall(), armed: [scroll(50)], head: phone, ...options });
  await Promise.all([
    (async () => {
      const { page, fired, close } = await open({});
      await wheel(page, 600, 600);
      expect(fired).toEqual([]);
      await wheel(page, 800);
      await expect.poll(() => fired.length).toBe(1);
      await wheel(page, -4_000, 4_000, -4_000, 4_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toHaveLength(1);
      expect(fired[0]?.evidence["reached"]).toBeGreaterThanOrEqual(50);
      expect(fired[0]?.evidence["reached"]).toBeLessThan(70);
      await close();
    })(),
    (async () => {
      const { page, fired, close } = await open({ armed: [scroll(100)] });
      await page.keyboard.press("End");
      await expect.poll(() => fired.length).toBe(1);
      expect(fired).toMatchObject([{ evidence: { depth: 100, url_pattern: "", reached: 100 } }]);
      await close();
    })(),
    (async () => {
      const { page, fired, close } = await open({
        body: `<a href="#questions">Questions</a>${tall()}<h2 id="questions">Questions</h2>`,
        head: "<style>html { scroll-behavior: smooth }</style>",
      });
      await page.getByRole("link").click();
      await expect.poll(() => fired.length).toBe(1);
      await close();
    })(),
    (async () => {
      const { page, fired, close } = await open({ isTouch: true });
      await swipe(page, 3);
      await expect.poll(() => fired.length).toBe(1);
      await close();
    })(),
  ]);
});

test("depth 0 is the first scroll of a page that can be scrolled", async ({ browser }) => {
  await Promise.all([
    (async () => {
      const armed = [scroll(0)];
      const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
      await page.mouse.move(300, 300);
      await page.mouse.click(300, 300);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await wheel(page, 30);
      await expect.poll(() => fired.length).toBe(1);
      await close();
    })(),
    (async () => {
      const armed = [scroll(0), scroll(100)];
      const head = "<style>html, body { margin: 0 }</style>";
      const body = `<div style="height:712px"></div>`;
      const { page, fired, close } = await openSignalPage(browser, { body, head, armed });
      await wheel(page, 300, -300, 300);
      await page.keyboard.press("End");
      expect(await top(page)).toBe(12);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
  ]);
});

test("a script's scroll and a restored position say nothing, the visitor going on from there does", async ({
  browser,
}) => {
  await Promise.all([
    (async () => {
      const armed = [scroll(0), scroll(50)];
      const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
      await page.evaluate(() => scrollTo(0, 3_000));
      await page.mouse.move(200, 200);
      await page.mouse.move(300, 300);
      await page.evaluate(() => scrollTo(0, 4_000));
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
    (async () => {
      const armed = [scroll(50)];
      const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
      await page.evaluate(() => scrollTo(0, 3_000));
      await page.waitForTimeout(quietMs);
      const configured = page.waitForResponse("**/widget/workspace.js**");
      await page.reload();
      await configured;
      await expect.poll(() => top(page)).toBe(3_000);
      await page.waitForTimeout(quietMs);
      await wheel(page, -300);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await wheel(page, 100);
      await expect.poll(() => fired.length).toBe(1);
      await close();
    })(),
    (async () => {
      const armed = [scroll(50)];
      const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
      await page.evaluate(() => {
        history.scrollRestoration = "manual";
        history.replaceState({ top: 3_000 }, "", "/list");
        history.pushState({ top: 0 }, "", "/item");
        addEventListener("popstate", ({ state }) =>
          setTimeout(() => scrollTo(0, Number(state.top)), 50),
        );
      });
      await page.waitForTimeout(500);
      await page.keyboard.press("Home");
      await page.goBack();
      await expect.poll(() => top(page)).toBe(3_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
  ]);
});

test("a page that grows at its end has not been scrolled to its end", async ({ browser }) => {
  const armed = [scroll(95)];
  const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
  await page.evaluate(() => {
    let more = 3;
    addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
      if (scrollTop < scrollHeight - clientHeight - 1 || more === 0) return;
      more -= 1;
      setTimeout(() => {
        document.body.insertAdjacentHTML("beforeend", `<div style="height:4000px"></div>`);
      }, 150);
    });
  });
  for (let round = 0; round < 3; round += 1) {
    await page.keyboard.press("End");
    await page.waitForTimeout(quietMs);
    expect(fired).toEqual([]);
  }
  await page.keyboard.press("End");
  await expect.poll(() => fired.length).toBe(1);
  await close();
});

test("in an application that fills the window its main scroller is the page", async ({
  browser,
}) => {
  const shell = "<style>html, body { height: 100%; margin: 0; overflow: hidden }</style>";
  const pane = (style: string, inside: string): string =>
    `<div style="position:absolute;top:0;bottom:0;overflow:auto;${style}">${inside}</div>`;
  const armed = [scroll(50)];
  await Promise.all([
    (async () => {
      const body = pane("left:0;width:250px", tall()) + pane("left:250px;right:0", tall());
      const { page, fired, close } = await openSignalPage(browser, { body, head: shell, armed });
      await page.mouse.move(100, 300);
      await page.mouse.wheel(0, 3_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await page.mouse.move(600, 300);
      await page.mouse.wheel(0, 3_000);
      await expect.poll(() => fired.length).toBe(1);
      await close();
    })(),
    (async () => {
      const list = `<div style="height:600px;overflow:auto">${tall()}</div>`;
      const { page, fired, close } = await openSignalPage(browser, { body: list + tall(), armed });
      await wheel(page, 500, 2_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
    (async () => {
      const dialog = `<div style="position:fixed;inset:0;overflow:auto;background:#fff">${tall()}</div>`;
      const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
      await wheel(page, 200);
      await page.waitForTimeout(quietMs);
      await page.evaluate((html) => {
        document.body.style.overflow = "hidden";
        document.body.insertAdjacentHTML("beforeend", html);
      }, dialog);
      await wheel(page, 500, 2_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
    (async () => {
      const head =
        "<style>textarea { position: fixed; inset: 0; width: 100%; height: 100% }</style>";
      const body = `<textarea aria-label="Text">${"line\n".repeat(400)}</textarea>`;
      const { page, fired, close } = await openSignalPage(browser, { body, head, armed });
      await wheel(page, 3_000);
      await page.waitForTimeout(quietMs);
      expect(fired).toEqual([]);
      await close();
    })(),
  ]);
});

test("every page of a single-page site is scrolled for itself, where the trigger watches", async ({
  browser,
}) => {
  const armed = [scroll(50, "/docs/**")];
  const { page, fired, close } = await openSignalPage(browser, { body: tall(), armed });
  const go = async (path: string): Promise<void> => {
    await page.evaluate((to) => {
      history.pushState(null, "", to);
      scrollTo(0, 0);
    }, path);
    await page.waitForTimeout(500);
  };
  await wheel(page, 3_000);
  await go("/docs/a");
  expect(fired).toEqual([]);
  await wheel(page, 3_000);
  await expect.poll(() => fired.length).toBe(1);
  await go("/docs/a?part=2#end");
  await wheel(page, 3_000);
  await page.waitForTimeout(quietMs);
  expect(fired).toHaveLength(1);
  await go("/docs/b");
  await wheel(page, 3_000);
  await expect.poll(() => fired.length).toBe(2);
  await close();
});
