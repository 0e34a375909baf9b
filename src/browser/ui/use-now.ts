import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let now = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  now = Date.now();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  ticking ??= setInterval(tick, 20_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
};

const getNow = () => {
  if (ticking === undefined || now === 0) now = Math.max(now, Date.now() - (Date.now() % 1_000));
  return now;
};

/** Gives the time of day, the same for everybody on the page, moving every 20 s. */
export const useNow = () => useSyncExternalStore(subscribe, getNow, getNow);
