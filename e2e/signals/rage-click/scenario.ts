import type { Page } from "@playwright/test";

/** One page, what a visitor does on it with real input, and whether that is a rage click. */
export interface RageScenario {
  /** Of `behavior-vectors.json` (T and F), else our own. */
  readonly id: string;
  readonly description: string;
  readonly shouldFire: boolean;
  readonly body: string;
  readonly head?: string;
  readonly isTouch?: boolean;
  readonly act: (page: Page) => Promise<void>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Clicks {
  /** Gestures. */
  readonly times: number;
  /** Milliseconds from one to the next. */
  readonly every: number;
  /** Where in the element, in its own pixels; its middle unless told. Several are taken in turn. */
  readonly at?: Point | readonly Point[];
  readonly button?: "left" | "right";
  /** How long it stays down, milliseconds. */
  readonly downMs?: number;
}

/** How long a finger or a mouse button stays down. */
const pressMs = 30;
const doubleClickMs = 500;

/** Clicks with the mouse on one spot; the element may move or go, the spot stays. */
export const clicks =
  (selector: string, { times, every, at, button = "left", downMs = pressMs }: Clicks) =>
  async (page: Page): Promise<void> => {
    const spots = await spotsOf(page, selector, at);
    await inRhythm(page, times, every, async (done) => {
      const { x, y } = spotAt(spots, done);
      // The second in time is a double click, which selects a word.
      const clickCount = every < doubleClickMs ? done + 1 : 1;
      await page.mouse.move(x, y);
      await page.mouse.down({ button, clickCount });
      await page.waitForTimeout(downMs);
      await page.mouse.up({ button, clickCount });
    });
  };

/** Clicks that do not wait until the page has taken the one before: a page that hangs takes none. */
export const clicksOnFrozen =
  (selector: string, { times, every }: Clicks) =>
  async (page: Page): Promise<void> => {
    const { x, y } = spotAt(await spotsOf(page, selector, undefined), 0);
    await page.mouse.move(x, y);
    const given: Promise<unknown>[] = [];
    await inRhythm(page, times, every, async (done) => {
      const clickCount = done + 1;
      given.push(page.mouse.down({ clickCount }));
      await page.waitForTimeout(pressMs);
      given.push(page.mouse.up({ clickCount }));
    });
    await Promise.all(given);
  };

/** Presses, moves and lets go, from the same spot each time. */
export const drags =
  (selector: string, { times, every, by }: Clicks & { readonly by: Point }) =>
  async (page: Page): Promise<void> => {
    const { x, y } = spotAt(await spotsOf(page, selector, undefined), 0);
    await inRhythm(page, times, every, async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + by.x, y + by.y, { steps: 3 });
      await page.mouse.up();
    });
  };

/** Taps with a finger on one spot. */
export const taps =
  (selector: string, { times, every, at }: Clicks) =>
  async (page: Page): Promise<void> => {
    const spots = await spotsOf(page, selector, at);
    await inRhythm(page, times, every, (done) => {
      const { x, y } = spotAt(spots, done);
      return page.touchscreen.tap(x, y);
    });
  };

/** Presses a key on what has the focus. */
export const keys =
  (key: string, { times, every }: Clicks) =>
  (page: Page): Promise<void> =>
    inRhythm(page, times, every, () => page.keyboard.press(key));

/** One after the other. */
export const inTurn =
  (...acts: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const act of acts) await act(page);
  };

export const pause =
  (ms: number) =>
  (page: Page): Promise<void> =>
    page.waitForTimeout(ms);

const spotsOf = async (
  page: Page,
  selector: string,
  at: Clicks["at"],
): Promise<readonly Point[]> => {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  const points = at ?? { x: box.width / 2, y: box.height / 2 };
  return [points].flat().map(({ x, y }) => ({ x: box.x + x, y: box.y + y }));
};

const spotAt = (spots: readonly Point[], done: number): Point => {
  const spot = spots[done % spots.length];
  if (spot === undefined) throw new Error("there is no spot to press");
  return spot;
};

/** Pages whose input came later than it should: a busy machine, on which three clicks in a second become two. */
export const lateInput = new WeakSet<Page>();
/** On a quiet machine a step is 10 ms late; what follows comes at its time again. */
const allowedDelayMs = 80;

const inRhythm = async (
  page: Page,
  times: number,
  every: number,
  step: (done: number) => Promise<void>,
): Promise<void> => {
  const start = performance.now();
  for (let done = 0; done < times; done += 1) {
    const due = start + done * every;
    await page.waitForTimeout(Math.max(0, due - performance.now()));
    await step(done);
    if (performance.now() - due > pressMs + allowedDelayMs) lateInput.add(page);
  }
};
