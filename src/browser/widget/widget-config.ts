import type { Clock } from "./clock.ts";
import type { ArmedTrigger } from "./sensor.ts";
import type { Request } from "./transport/request.ts";
import { retryDelayMs } from "./transport/retry-delay.ts";

/** What the server tells every browser about the workspace. */
export interface WidgetConfig {
  readonly workspaceName: string;
  readonly armed: readonly ArmedTrigger[];
}

/** After this many failed tries the widget stays away until the next page. */
const tries = 5;

/** Fetches the configuration; null when the key is refused or the server stays out of reach. */
export const fetchConfig = async (
  key: string,
  request: Request,
  clock: Clock,
): Promise<WidgetConfig | null> => {
  for (let failures = 0; failures < tries; failures += 1) {
    if (failures > 0)
      await new Promise<void>((resolve) =>
        clock.after(retryDelayMs(failures, clock.random()), resolve),
      );
    const answer = await request("GET", `/config?key=${encodeURIComponent(key)}`);
    if (answer.kind === "done") return readConfig(answer.body);
    if (answer.kind === "refused") return null;
  }
  return null;
};

const readConfig = (body: unknown): WidgetConfig | null => {
  if (
    typeof body !== "object" ||
    body === null ||
    !("workspace_name" in body) ||
    typeof body.workspace_name !== "string"
  )
    return null;
  const armed: unknown = "armed" in body ? body.armed : [];
  return {
    workspaceName: body.workspace_name,
    armed: Array.isArray(armed) ? armed.filter(isArmedTrigger) : [],
  };
};

const isArmedTrigger = (value: unknown): value is ArmedTrigger =>
  typeof value === "object" &&
  value !== null &&
  "trigger_type" in value &&
  typeof value.trigger_type === "string" &&
  "config" in value &&
  typeof value.config === "object" &&
  value.config !== null;
