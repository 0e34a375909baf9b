import { expect, test, type Page } from "@playwright/test";
import { expectedCounts, type PlayedScenario, playTogether } from "./play-together.ts";

const body = `
  <nav><button id="menu" type="button">Menu</button> <a id="link" href="#sizes">Sizes</a></nav>
  <h1 id="title">Boots</h1>
  <iframe id="film" srcdoc="<p>A film</p>" style="position: absolute; top: 0; left: 700px; width: 200px; height: 150px"></iframe>
  <form><input id="mail" type="email"><select id="size"><option>40</option><option>41</option></select></form>
  <div style="height: 2000px">Long text</div>
  <script>
    for (const type of ["pointermove", "pointerout", "mouseout", "pointerdown", "keydown"])
      document.body.addEventListener(type, (event) => event.stopPropagation(), true);
  </script>`;

/** Longer than the five seconds after the load in which nothing fires. */
const lookAroundMs = 5_400;

const lookAround = async (page: Page): Promise<void> => {
  await page.mouse.move(400, 300);
  await page.mouse.click(500, 400);
  await page.waitForTimeout(lookAroundMs);
};
const moveOutAtTop = async (page: Page): Promise<void> => {
  await page.mouse.move(400, 200);
  await page.mouse.move(420, -6, { steps: 5 });
};
const moveBackIn = (page: Page): Promise<void> => page.mouse.move(400, 300, { steps: 3 });

const scenarios: readonly PlayedScenario[] = [
  {
    name: "out through the top after a look around",
    fires: 1,
    play: async (page) => {
      await lookAround(page);
      await moveOutAtTop(page);
    },
  },
  {
    name: "out toward a far tab, after turning the wheel only",
    fires: 1,
    play: async (page) => {
      await page.mouse.move(100, 300);
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(lookAroundMs);
      await page.mouse.move(900, -8, { steps: 12 });
    },
  },
  {
    name: "out in one jump, after a key only",
    fires: 1,
    play: async (page) => {
      await page.mouse.move(400, 300);
      await page.keyboard.press("ArrowDown");
      await page.waitForTimeout(lookAroundMs);
      await page.mouse.move(400, -3);
    },
  },
  {
    name: "out over an embedded page at the top",
    fires: 1,
    play: async (page) => {
      await lookAround(page);
      await page.mouse.move(750, 300);
      await page.mouse.move(760, -5, { steps: 6 });
    },
  },
  {
    name: "out long after a field was used",
    fires: 1,
    play: async (page) => {
      await page.locator("#mail").fill("ada");
      await page.mouse.click(500, 500);
      await page.waitForTimeout(lookAroundMs);
      await moveOutAtTop(page);
    },
  },
  {
    name: "out again and again on one page, once more on the next",
    fires: 2,
    play: async (page) => {
      await lookAround(page);
      for (const path of ["", "#sizes", "/socks", ""]) {
        if (path !== "") await page.evaluate((to) => history.pushState(null, "", to), path);
        await page.waitForTimeout(300);
        await moveBackIn(page);
        await moveOutAtTop(page);
        await page.waitForTimeout(300);
      }
    },
  },
  {
    name: "out by the left, the right and the bottom",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      for (const [x, y] of [
        [-6, 200],
        [1006, 200],
        [400, 706],
        [-6, -6],
      ] as const) {
        await moveBackIn(page);
        await page.mouse.move(x, y, { steps: 5 });
        await page.waitForTimeout(200);
      }
    },
  },
  {
    name: "out within five seconds",
    fires: 0,
    play: async (page) => {
      await page.mouse.move(400, 300);
      await page.mouse.click(500, 400);
      await page.waitForTimeout(1_500);
      await moveOutAtTop(page);
    },
  },
  {
    name: "out without having done anything",
    fires: 0,
    play: async (page) => {
      await page.mouse.move(400, 300, { steps: 4 });
      await page.waitForTimeout(lookAroundMs);
      await moveOutAtTop(page);
    },
  },
  {
    name: "dragged out, and let go outside",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.mouse.move(120, 60);
      await page.mouse.down();
      await page.mouse.move(300, -6, { steps: 5 });
      await page.waitForTimeout(200);
      await page.mouse.up();
      await page.mouse.move(310, -9);
      await page.waitForTimeout(200);
    },
  },
  {
    name: "over the edge and back at once",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.mouse.move(400, 100);
      // Sent together: the pause between two calls may be longer than the grace.
      await Promise.all([page.mouse.move(400, -3), page.mouse.move(402, 12)]);
    },
  },
  {
    name: "along the edge and over it by a hair",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.mouse.move(100, 2);
      await page.mouse.move(300, 1);
      await page.mouse.move(500, -1);
    },
  },
  {
    name: "out soon after a field was entered",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.locator("#mail").click();
      await page.waitForTimeout(500);
      await moveOutAtTop(page);
    },
  },
  {
    name: "out while typing in a field that was entered long ago",
    fires: 0,
    play: async (page) => {
      await page.locator("#mail").click();
      await page.waitForTimeout(lookAroundMs);
      await page.keyboard.type("ada");
      await moveOutAtTop(page);
    },
  },
  {
    name: "out over a list of options that has been open for long",
    fires: 0,
    play: async (page) => {
      await page.waitForTimeout(1_500);
      await page.locator("#size").click();
      await page.waitForTimeout(lookAroundMs - 1_500);
      await moveOutAtTop(page);
    },
  },
  {
    name: "out soon after a context menu",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.locator("#link").click({ button: "right" });
      await moveOutAtTop(page);
    },
  },
  {
    name: "across a window that does not have the focus",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      // Chromium's remote control gives the focus to every page it moves a mouse on.
      await page.evaluate(() => {
        document.hasFocus = () => false;
      });
      await moveOutAtTop(page);
    },
  },
  {
    name: "the tab is hidden right after",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      // Headless Chromium hides no tab; the event is made in the page, in the very moment of leaving.
      await page.evaluate(() => {
        document.body.addEventListener(
          "pointerout",
          (event) => {
            if (event.relatedTarget !== null) return;
            Object.defineProperty(document, "visibilityState", {
              get: () => "hidden",
              configurable: true,
            });
            document.dispatchEvent(new Event("visibilitychange"));
          },
          true,
        );
      });
      await moveOutAtTop(page);
    },
  },
  {
    name: "a phone",
    fires: 0,
    options: { isTouch: true },
    play: async (page) => {
      await page.touchscreen.tap(400, 300);
      await page.waitForTimeout(lookAroundMs);
      await page.touchscreen.tap(400, 1);
      await moveOutAtTop(page);
    },
  },
  {
    name: "events made by a script",
    fires: 0,
    play: async (page) => {
      await lookAround(page);
      await page.evaluate(() => {
        const leave = { clientX: 400, clientY: -5, relatedTarget: null, pointerType: "mouse" };
        document.documentElement.dispatchEvent(new MouseEvent("mouseleave", leave));
        document.documentElement.dispatchEvent(
          new PointerEvent("pointerout", { ...leave, bubbles: true }),
        );
      });
    },
  },
  {
    name: "a page the trigger is not about",
    fires: 0,
    options: { armed: [{ trigger_type: "mouse_leave", config: { url_pattern: "/cart" } }] },
    play: async (page) => {
      await lookAround(page);
      await moveOutAtTop(page);
    },
  },
];

test("the mouse leaving is sensed when it means to go, and never else", async ({ browser }) => {
  const counts = await playTogether(browser, {
    body,
    armed: [{ trigger_type: "mouse_leave", config: { url_pattern: "" } }],
    scenarios,
    afterwardsMs: 700,
  });
  expect(counts).toEqual(expectedCounts(scenarios));
});
