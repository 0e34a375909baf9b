import type { SavedSchedule, Schedule } from "#core/domain";

const known = new WeakMap<SavedSchedule, Map<string, Schedule>>();

/** Makes a saved schedule one that can be asked: in its own timezone, else in the workspace's. The same answer for the same two. */
export const inTimezone = (saved: SavedSchedule, workspaceTimezone: string): Schedule => {
  const timezone = saved.timezone ?? workspaceTimezone;
  const made = known.get(saved) ?? new Map<string, Schedule>();
  known.set(saved, made);
  const schedule = made.get(timezone) ?? { ...saved, timezone };
  made.set(timezone, schedule);
  return schedule;
};
