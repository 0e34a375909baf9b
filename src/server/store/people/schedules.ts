import {
  type SavedSchedule,
  type ScheduleId,
  type WorkspaceId,
  scheduleSchema,
} from "#core/domain";
import type { Session } from "../store.ts";

export interface ScheduleRow {
  readonly schedule_id: ScheduleId;
  readonly name: string;
  readonly is_default: boolean;
  /** Filled in by today's schema: what an older build saved has today's defaults. */
  readonly data: SavedSchedule;
}

const SELECT = "select schedule_id, name, is_default, data from schedule";

const toRow = (row: ScheduleRow): ScheduleRow => ({ ...row, data: scheduleSchema.parse(row.data) });

/** Lists a workspace's schedules, its own hours first. */
export async function listSchedules(
  session: Session,
  workspaceId: WorkspaceId,
  page: { readonly offset: number; readonly limit: number },
): Promise<ScheduleRow[]> {
  const rows = await session.query<ScheduleRow>({
    // by schedule_pkey; a workspace has at most 100
    text: `${SELECT} where workspace_id = $1 and deleted_at is null
      order by is_default desc, lower(name), schedule_id offset $2 limit $3`,
    values: [workspaceId, page.offset, page.limit],
  });
  return rows.map(toRow);
}

export async function findSchedule(
  session: Session,
  workspaceId: WorkspaceId,
  scheduleId: ScheduleId,
): Promise<ScheduleRow | undefined> {
  const [row] = await session.query<ScheduleRow>({
    text: `${SELECT} where workspace_id = $1 and schedule_id = $2 and deleted_at is null`,
    values: [workspaceId, scheduleId],
  });
  return row === undefined ? undefined : toRow(row);
}

export async function listAllScheduleIds(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<ScheduleId[]> {
  const rows = await session.query<{ schedule_id: ScheduleId }>({
    text: "select schedule_id from schedule where workspace_id = $1 and deleted_at is null",
    values: [workspaceId],
  });
  return rows.map((row) => row.schedule_id);
}

export async function insertSchedule(
  session: Session,
  schedule: {
    readonly workspaceId: WorkspaceId;
    readonly scheduleId: ScheduleId;
    readonly name: string;
    readonly isDefault: boolean;
    readonly data: SavedSchedule;
    readonly createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into schedule (workspace_id, schedule_id, name, is_default, data, created_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [
      schedule.workspaceId,
      schedule.scheduleId,
      schedule.name,
      schedule.isDefault,
      JSON.stringify(schedule.data),
      schedule.createdAt,
    ],
  });
}

/** Writes name and hours of a schedule. */
export async function updateSchedule(
  session: Session,
  workspaceId: WorkspaceId,
  { scheduleId, name, data }: { scheduleId: ScheduleId; name: string; data: SavedSchedule },
): Promise<void> {
  await session.query({
    text: "update schedule set name = $3, data = $4 where workspace_id = $1 and schedule_id = $2",
    values: [workspaceId, scheduleId, name, JSON.stringify(data)],
  });
}

/** Makes one schedule the workspace's own hours, in place of the one before; null: none. */
export async function setDefaultSchedule(
  session: Session,
  workspaceId: WorkspaceId,
  scheduleId: ScheduleId | null,
): Promise<void> {
  await session.query({
    text: "update schedule set is_default = false where workspace_id = $1 and is_default and deleted_at is null",
    values: [workspaceId],
  });
  await session.query({
    text: "update schedule set is_default = true where workspace_id = $1 and schedule_id = $2",
    values: [workspaceId, scheduleId],
  });
}

/** Marks a schedule deleted. Returns whether it was there. */
export async function markScheduleDeleted(
  session: Session,
  workspaceId: WorkspaceId,
  scheduleId: ScheduleId,
  deletedAt: Date,
): Promise<boolean> {
  const rows = await session.query({
    text: `update schedule set deleted_at = $3 where workspace_id = $1 and schedule_id = $2 and deleted_at is null
           returning schedule_id`,
    values: [workspaceId, scheduleId, deletedAt],
  });
  return rows.length > 0;
}
