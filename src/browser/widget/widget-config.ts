import type { Clock } from "./clock.ts";
import type { ArmedTrigger } from "./sensor.ts";
import { retryDelayMs } from "./transport/retry-delay.ts";

/** What the server tells every browser about the workspace. */
export interface WidgetConfig {
  readonly workspace_name: string;
  readonly armed: readonly ArmedTrigger[];
}

/** After this many failed tries the widget stays away until the next page. */
const tries = 5;

/** Fetches the configuration; null when the key is refused or the server stays out of reach. */
export const fetchConfig = async (
  key: string,
  apiUrl: string,
  page: Window,
  clock: Clock,
): Promise<WidgetConfig | null> => {
  for (let failures = 1; failures <= tries; failures += 1) {
    try {
      const response = await page.fetch(`${apiUrl}/config?key=${encodeURIComponent(key)}`, {
        credentials: "omit",
      });
      const { status } = response;
      const body: unknown = status === 200 ? await response.json() : null;
      if (isConfig(body)) return body;
      if (status < 500 && status !== 429) return null;
    } catch {
      // Out of reach, for now.
    }
    await new Promise<void>((resolve) =>
      clock.after(retryDelayMs(failures, clock.random()), resolve),
    );
  }
  return null;
};

/** Our own server is taken at its word about the form; a detector checks the config it is armed with. */
const isConfig = (body: unknown): body is WidgetConfig =>
  typeof body === "object" &&
  body !== null &&
  "workspace_name" in body &&
  typeof body.workspace_name === "string" &&
  "armed" in body &&
  Array.isArray(body.armed);
