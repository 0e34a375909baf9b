import type { NamedScheduleBody } from "#contract";
import type { Moment } from "#core/domain";
import { inTimezone, isOpen, nextClose, nextOpen } from "#core/engine";
import type { ScheduleRow } from "#server/store";
import { presentMomentOrNull } from "./present-moment.ts";

export function presentSchedule(
  { schedule_id, name, is_default, data }: ScheduleRow,
  workspaceTimezone: string,
  now: Moment,
): NamedScheduleBody {
  const schedule = inTimezone(data, workspaceTimezone);
  return {
    id: schedule_id,
    name,
    is_default,
    schedule: data,
    is_open: isOpen(schedule, now),
    next_open: presentMomentOrNull(nextOpen(schedule, now)),
    next_close: presentMomentOrNull(nextClose(schedule, now)),
  };
}
