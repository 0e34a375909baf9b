import type { Problem, RunId, RunOutcome, RunState } from "#core/domain";
import { releaseFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";

interface Ending {
  readonly state: Extract<RunState, "completed" | "failed" | "cancelled" | "expired">;
  readonly outcome?: RunOutcome;
  readonly problem?: Problem;
}

/** Ends a run for good: its timers go, the visit it stands in is left, the floor is given back. */
export const endRun = (lane: LaneDraft, runId: RunId, ending: Ending): void => {
  const run = lane.runs.get(runId);
  const { now } = lane.world;
  if (run.visitId !== null) {
    for (const timer of lane.timersOf(run.visitId)) lane.clearTimer(timer.id);
    const visit = lane.visits.get(run.visitId);
    if (visit.leftAt === null)
      lane.visits.put({ ...visit, leftAt: now, problem: ending.problem ?? visit.problem });
  }
  releaseFloor(lane, run);
  lane.runs.put({
    ...run,
    state: ending.state,
    outcome: ending.outcome ?? null,
    problem: ending.problem ?? null,
    endedAt: now,
    visitId: null,
    stepId: null,
    wait: null,
    visitState: null,
    heldEvents: [],
  });
};
