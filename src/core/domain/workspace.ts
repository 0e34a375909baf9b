import type { WorkspaceId } from "./ids.ts";
import type { AiAgent } from "./people.ts";
import type { WorkspaceSettings } from "./settings.ts";
import type { NamedSchedule } from "./schedule.ts";

/** What the engine may know of the workspace. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly slug: string;
  readonly name: string;
  /** IANA zone in which calendar days are counted. */
  readonly timezone: string;
  /** BCP 47 tag used when neither contact nor page says one. */
  readonly language: string;
  /** Holds invented people and a printed password; refused in production without the demo flag. */
  readonly isDemo: boolean;
  readonly settings: WorkspaceSettings;
  readonly aiAgents: readonly AiAgent[];
  /** Named schedules that are not deleted; the first is the workspace's own hours, which `{{ schedule.… }}` reads. */
  readonly schedules: readonly NamedSchedule[];
}
