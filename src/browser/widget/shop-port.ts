import type { Signal } from "#triggers/detectors";
import type { Clock } from "./clock.ts";

/** What the loader lends to shop.js. */
export interface ShopPort {
  readonly page: Window;
  readonly clock: Clock;
  readonly give: (signal: Signal) => void;
}

/** The reader of shop pages at work. */
export interface Shop {
  readonly stop: () => void;
}
