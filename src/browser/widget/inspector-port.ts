import type { Clock } from "./clock.ts";
import type { SensedTrigger } from "./sensor.ts";

/** What the loader lends to inspector.js. */
export interface InspectorPort {
  readonly page: Window;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly key: string;
  readonly token: string;
  /** Every armed trigger as it stands; none before there is consent. */
  readonly look: () => readonly SensedTrigger[];
  /** The tab is no longer inspected. */
  readonly onEnd: () => void;
}

/** The inspector at work. */
export interface Inspector {
  readonly stop: () => void;
}
