import type { ScheduleId } from "#core/domain";
import {
  bumpConfigRevision,
  listSchedules,
  markScheduleDeleted,
  setDefaultSchedule,
} from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Deletes a schedule softly: a run that meets it fails. When it was the workspace's own hours, the next by name takes its place. */
export async function deleteSchedule(
  tools: Tools,
  caller: Caller,
  scheduleId: ScheduleId,
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId);
    const wasThere = await markScheduleDeleted(session, workspaceId, scheduleId, tools.clock.now());
    if (!wasThere) throw notFound("schedule");
    const [first] = await listSchedules(session, workspaceId, { offset: 0, limit: 1 });
    if (first !== undefined && !first.is_default)
      await setDefaultSchedule(session, workspaceId, first.schedule_id);
  });
}
