import { day, type RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { engineTimers, settleTimers } from "./settle-timers.ts";

/** A speaking step tries for this long to get the floor, then the run ends "overtaken" (SPEC 3 "Wait"). */
const triesFor = day;

/** Parks a run before a step that speaks, until nobody else has the floor. */
export const waitForFloor = (lane: LaneDraft, runId: RunId): void => {
  const run = lane.runs.get(runId);
  if (run.visitId === null) return;
  const wait = {
    for: "floor",
    takesReply: false,
    keepAfterClose: false,
    timers: [{ name: engineTimers.floor, dueAt: lane.world.now + triesFor }],
  } as const;
  settleTimers(lane, run, run.visitId, wait);
  lane.runs.put({ ...run, state: "waiting", wait, visitState: null });
};
