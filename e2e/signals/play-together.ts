import type { Browser, Page } from "@playwright/test";
import { openSignalPage, type SignalPageOptions } from "./signal-page.ts";

/** One visit with real input, and how often the one armed trigger has to fire on it. */
export interface PlayedScenario {
  readonly name: string;
  readonly fires: number;
  readonly options?: Partial<SignalPageOptions>;
  readonly play: (page: Page) => Promise<void>;
}

export interface PlayTogetherOptions extends SignalPageOptions {
  readonly scenarios: readonly PlayedScenario[];
  /** How long a detector may take to conclude, and the widget to report, milliseconds. */
  readonly afterwardsMs: number;
}

/** Few enough for two cores; most of a scenario is waiting. */
const pagesAtOnce = 8;
const mostSeconds = 15;

/** Plays scenarios, several pages at a time, each in a context of its own. Gives how often each fired, by name. */
export const playTogether = async (
  browser: Browser,
  { scenarios, afterwardsMs, ...shared }: PlayTogetherOptions,
): Promise<Readonly<Record<string, number>>> => {
  const waiting = [...scenarios];
  const counts: Record<string, number> = {};
  const playNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { page, fired, close } = await openSignalPage(browser, { ...shared, ...next.options });
      await next.play(page);
      // On a busy machine what has to come may come late; what must not come gets a fixed time.
      for (let second = 0; fired.length < next.fires && second < mostSeconds; second += 1)
        await page.waitForTimeout(1_000);
      await page.waitForTimeout(afterwardsMs);
      counts[next.name] = fired.length;
      await close();
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, playNext));
  return counts;
};

/** What `playTogether` has to give. */
export const expectedCounts = (
  scenarios: readonly PlayedScenario[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(scenarios.map(({ name, fires }) => [name, fires]));
