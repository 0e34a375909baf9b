import type { Signal } from "#triggers/detectors";
import type { Clock } from "../clock.ts";

/**
 * Listens to the page for one kind of signal and gives each to `give`; answers how to stop. Every listener is passive and captures, so
 * that the page can neither be slowed nor hide its events; what goes wrong in one ends there (see `guarded`).
 */
export type Source = (
  page: Window,
  clock: Clock,
  give: (signal: Signal) => void,
  /** Where further files of the widget come from, ending with a slash. */
  baseUrl: string,
) => () => void;
