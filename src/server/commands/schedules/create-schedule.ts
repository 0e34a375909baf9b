import { type SavedSchedule, type ScheduleId, limits, toScheduleId } from "#core/domain";
import { newUuid } from "#server/platform";
import {
  bumpConfigRevision,
  insertSchedule,
  listAllScheduleIds,
  setDefaultSchedule,
} from "#server/store";
import { conflict } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Makes a schedule; a workspace's first becomes its own hours. */
export async function createSchedule(
  tools: Tools,
  caller: Caller,
  given: {
    readonly name: string;
    readonly schedule: SavedSchedule;
    readonly is_default: boolean;
  },
): Promise<ScheduleId> {
  const { workspaceId } = caller;
  const scheduleId = toScheduleId(newUuid());
  await tools.store.transaction(async (session) => {
    // Locks the workspace's row, so that of two first schedules one becomes the default.
    await bumpConfigRevision(session, workspaceId);
    const others = await listAllScheduleIds(session, workspaceId);
    if (others.length >= limits.schedulesPerWorkspace)
      throw conflict(
        "refused",
        `A workspace has at most ${limits.schedulesPerWorkspace} schedules.`,
      );
    await insertSchedule(session, {
      workspaceId,
      scheduleId,
      name: given.name,
      isDefault: false,
      data: given.schedule,
      createdAt: tools.clock.now(),
    });
    if (given.is_default || others.length === 0)
      await setDefaultSchedule(session, workspaceId, scheduleId);
  });
  return scheduleId;
}
