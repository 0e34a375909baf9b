import type { LaunchOptions } from "@playwright/test";

/** Launch options of the Chromium that is found, or installed first. */
export function findChromium(root: string): Promise<LaunchOptions>;
