import type { NamedScheduleBody } from "#contract";
import type { ScheduleId, WorkspaceId } from "#core/domain";
import { notFound } from "#server/commands";
import { findSchedule, getWorkspace } from "#server/store";
import type { Doors } from "../doors.ts";
import { presentSchedule } from "../presenters/present-schedule.ts";

export async function loadSchedule(
  { tools }: Doors,
  workspaceId: WorkspaceId,
  scheduleId: ScheduleId,
): Promise<NamedScheduleBody> {
  const row = await findSchedule(tools.store, workspaceId, scheduleId);
  if (row === undefined) throw notFound("schedule");
  const { timezone } = await getWorkspace(tools.store, workspaceId);
  return presentSchedule(row, timezone, tools.clock.now().getTime());
}
