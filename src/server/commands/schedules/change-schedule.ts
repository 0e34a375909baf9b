import type { SavedSchedule, ScheduleId } from "#core/domain";
import {
  bumpConfigRevision,
  findSchedule,
  setDefaultSchedule,
  updateSchedule,
} from "#server/store";
import { notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/** Changes a schedule's name or hours, or makes it the workspace's own hours; runs ask the new hours from now on. */
export async function changeSchedule(
  tools: Tools,
  caller: Caller,
  scheduleId: ScheduleId,
  change: {
    readonly name?: string | undefined;
    readonly schedule?: SavedSchedule | undefined;
    readonly is_default?: true | undefined;
  },
): Promise<void> {
  const { workspaceId } = caller;
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, workspaceId);
    const before = await findSchedule(session, workspaceId, scheduleId);
    if (before === undefined) throw notFound("schedule");
    await updateSchedule(session, workspaceId, {
      scheduleId,
      name: change.name ?? before.name,
      data: change.schedule ?? before.data,
    });
    if (change.is_default === true) await setDefaultSchedule(session, workspaceId, scheduleId);
  });
}
