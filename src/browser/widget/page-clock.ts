import type { Clock } from "./clock.ts";
import { guarded } from "./guard.ts";

/** The browser's own clock and dice. */
export const pageClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(guarded(act), ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  newId: () => newUuid(),
};

/** `crypto.randomUUID` exists on secure pages only; on a plain http page each digit of a version 4 pattern is drawn by itself. */
const newUuid = (): string =>
  typeof crypto.randomUUID === "function"
    ? crypto.randomUUID()
    : "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replaceAll("x", () =>
        (crypto.getRandomValues(new Uint8Array(1)).at(0) ?? 0).toString(16).slice(-1),
      );
