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

/** `crypto.randomUUID` exists on secure pages only; a plain http page gets the same from random bytes. */
const newUuid = (): string => {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, "0");
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(""))
    .join("-");
};
