import type { WidgetConfigBody } from "#contract";
import type { DetectorType, SourceName } from "#triggers/detectors";
import type { Clock } from "./clock.ts";
import { importModule } from "./lazy-part.ts";
import type { ArmedTrigger } from "./sensor.ts";
import type { Source } from "./signals/source.ts";
import { fieldsOf } from "./storage/fields-of.ts";

/** What the server tells every browser about the workspace; sensor and chat read of it what they need. */
export type WidgetConfig = Omit<WidgetConfigBody, "armed"> & {
  readonly armed: readonly ArmedTrigger[];
};

/** After this many failed tries the widget stays away until the next page. */
const tries = 5;
/** A server in trouble is asked again after this long, then after twice as long, and so on. */
const retryMs = 1_500;

/** The module that the server puts together for a workspace: what it has set, and what senses the triggers it has armed. */
export interface WorkspaceModule {
  readonly config: WidgetConfig;
  readonly detectors: readonly DetectorType[];
  readonly sources: Readonly<Partial<Record<SourceName, Source>>>;
}

/**
 * Brings the workspace's module; null when the key is refused or the server stays out of reach. A module tells nobody why it could not be
 * had, so the configuration is asked for by itself then.
 */
export const fetchWorkspace = async (
  key: string,
  baseUrl: string,
  page: Window,
  clock: Clock,
): Promise<WorkspaceModule | null> => {
  const query = `key=${encodeURIComponent(key)}`;
  for (let failures = 0; failures < tries;) {
    const url = `${baseUrl}workspace.js?${query}`;
    const module = await importModule(failures === 0 ? url : `${url}&again=${failures}`);
    if (isWorkspace(module)) return module;
    try {
      const { ok, status } = await page.fetch(`${baseUrl}v1/config?${query}`, {
        credentials: "omit",
      });
      if (!ok && status < 500 && status !== 429) return null;
    } catch {
      // Out of reach, for now.
    }
    failures += 1;
    await new Promise<void>((resolve) => clock.after(failures * retryMs, resolve));
  }
  return null;
};

/** Our own server is taken at its word for what is in the fields; a detector checks the config it is armed with. */
const isWorkspace = (value: unknown): value is WorkspaceModule => {
  const { config, detectors } = fieldsOf(value);
  return Array.isArray(detectors) && Array.isArray(fieldsOf(config)["armed"]);
};
