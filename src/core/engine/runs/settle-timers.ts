import { day, type Moment, type Run, toTimerId, type VisitId, type Wait } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";

/** Names of timers that belong to the engine, not to a step. */
export const engineTimers = {
  lifetime: "lifetime",
  pauseEnds: "pause_ends",
  floor: "floor",
} as const;

/** Paused and untouched for this long: ended (SPEC 4). */
const pauseLasts = day;

/** Makes the visit's timers those of its wait: kept when nothing changed, so that asking again moves no moment. */
export const settleTimers = (lane: LaneDraft, run: Run, visitId: VisitId, wait: Wait): void => {
  const wanted = needsLifetime(run, wait)
    ? [...wait.timers, { name: engineTimers.lifetime, dueAt: run.expiresAt }]
    : wait.timers;
  const existing = lane.timersOf(visitId);
  for (const timer of existing) {
    if (!wanted.some(({ name, dueAt }) => timer.name === name && timer.dueAt === dueAt))
      lane.clearTimer(timer.id);
  }
  for (const { name, dueAt } of wanted) {
    if (existing.some((timer) => timer.name === name && timer.dueAt === dueAt)) continue;
    setVisitTimer(lane, run, visitId, name, dueAt);
  }
};

/** Time in Wait does not count towards the lifetime, a caller lives as long as what it called, and a moment before its end wakes a run anyway. */
const needsLifetime = ({ expiresAt }: Run, wait: Wait): boolean =>
  wait.for !== "time" &&
  wait.for !== "child" &&
  !wait.timers.some(({ dueAt }) => dueAt <= expiresAt);

const setVisitTimer = (
  lane: LaneDraft,
  run: Run,
  visitId: VisitId,
  name: string,
  dueAt: Moment,
): void =>
  lane.setTimer({
    id: toTimerId(lane.ids.next()),
    contactId: lane.contact.id,
    runId: run.id,
    visitId,
    conversationId: null,
    name,
    dueAt,
  });

export const clearTimers = (lane: LaneDraft, visitId: VisitId): void => {
  for (const timer of lane.timersOf(visitId)) lane.clearTimer(timer.id);
};

export const setPauseTimer = (lane: LaneDraft, run: Run, visitId: VisitId): void =>
  setVisitTimer(lane, run, visitId, engineTimers.pauseEnds, lane.world.now + pauseLasts);

export const clearPauseTimer = (lane: LaneDraft, visitId: VisitId): void => {
  for (const timer of lane.timersOf(visitId))
    if (timer.name === engineTimers.pauseEnds) lane.clearTimer(timer.id);
};
