import type { WidgetConfigBody } from "#contract";
import type { Clock } from "./clock.ts";
import type { ArmedTrigger } from "./sensor.ts";
import { fieldsOf } from "./storage/fields-of.ts";

/** What the server tells every browser about the workspace; sensor and chat read of it what they need. */
export type WidgetConfig = Omit<WidgetConfigBody, "armed"> & {
  readonly armed: readonly ArmedTrigger[];
};

/** After this many failed tries the widget stays away until the next page. */
const tries = 5;
/** A server in trouble is asked again after this long, then after twice as long, and so on. */
const retryMs = 1_500;

/** Fetches the configuration; null when the key is refused or the server stays out of reach. */
export const fetchConfig = async (
  key: string,
  apiUrl: string,
  page: Window,
  clock: Clock,
): Promise<WidgetConfig | null> => {
  for (let failures = 1; failures <= tries; failures += 1) {
    try {
      const url = `${apiUrl}/config?key=${encodeURIComponent(key)}`;
      const response = await page.fetch(url, { credentials: "omit" });
      const config: unknown = response.ok ? await response.json() : null;
      if (isConfig(config)) return config;
      if (response.status < 500 && response.status !== 429) return null;
    } catch {
      // Out of reach, for now.
    }
    await new Promise<void>((resolve) => clock.after(failures * retryMs, resolve));
  }
  return null;
};

/** Our own server is taken at its word for what is in the fields; a detector checks the config it is armed with. */
const isConfig = (value: unknown): value is WidgetConfig => {
  const { workspace_name, armed } = fieldsOf(value);
  return typeof workspace_name === "string" && Array.isArray(armed);
};
