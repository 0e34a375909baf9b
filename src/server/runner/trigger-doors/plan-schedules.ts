import { type Moment, minute } from "#core/domain";
import { type BoundTrigger, nextCron, parseCron } from "#core/engine";
import { type Store, listUnplannedVersions, saveWorkflowSchedule } from "#server/store";
import type { Engine } from "../engine.ts";

/** What a Schedule trigger needs, with the timezone in force. */
export interface Rhythm {
  readonly text: string;
  readonly next: (after: Moment) => Moment | null;
}

/** Reads the rhythm of a trigger that fires by the calendar; null for any other. */
export function rhythmOf(
  trigger: BoundTrigger | undefined,
  workspaceTimezone: string,
): Rhythm | null {
  const need = trigger?.need;
  if (need?.kind !== "schedule") return null;
  const parsed = parseCron(need.cron);
  if (!parsed.ok) return null;
  const timezone = need.timezone ?? workspaceTimezone;
  return {
    text: `${need.cron} ${timezone}`,
    next: (after) => nextCron(parsed.cron, after, timezone),
  };
}

const VERSIONS_AT_ONCE = 200;

/** Works out when workflows published since the last time fire next; one with its old rhythm keeps its moment, missed or not. */
export async function planSchedules(store: Store, engine: Engine, now: Moment): Promise<void> {
  const types = [...engine.triggers.values()]
    .filter(({ on }) => on === "schedule")
    .map(({ type }) => type);
  for (;;) {
    const unplanned = await listUnplannedVersions(store, types, VERSIONS_AT_ONCE);
    for (const { workspaceId, timezone, version, publishedAt } of unplanned) {
      const rhythm = rhythmOf(engine.compileVersion(version)?.trigger, timezone);
      // What came between publishing and now counts, what came long before this table did not.
      const since = Math.max(Math.min(publishedAt, now), now - minute);
      const schedule = {
        workspaceId,
        workflowId: version.workflowId,
        versionId: version.id,
        timezone,
        rhythm: rhythm?.text ?? "",
        nextDueAt: rhythm?.next(since) ?? null,
      };
      await saveWorkflowSchedule(store, schedule, true);
    }
    if (unplanned.length < VERSIONS_AT_ONCE) return;
  }
}
