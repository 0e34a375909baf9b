import type { Problem, Run, RunId, RunOutcome, RunState } from "#core/domain";
import { releaseFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { afterEnd } from "./after-end.ts";

interface Ending {
  readonly state: Extract<RunState, "completed" | "failed" | "cancelled" | "expired">;
  readonly outcome?: RunOutcome;
  readonly problem?: Problem;
}

/**
 * Ends a run for good: its timers go, the visit it stands in is left, the floor is given back, and what it called ends with it.
 * A caller that waits for it goes on once the event at hand is applied.
 */
export const endRun = (lane: LaneDraft, runId: RunId, ending: Ending): void => {
  const run = lane.runs.get(runId);
  if (run.endedAt !== null) return;
  const { now } = lane.world;
  if (run.visitId !== null) {
    for (const timer of lane.timersOf(run.visitId)) lane.clearTimer(timer.id);
    const visit = lane.visits.get(run.visitId);
    if (visit.leftAt === null)
      lane.visits.put({ ...visit, leftAt: now, problem: ending.problem ?? visit.problem });
  }
  if (run.floorRunId === run.id) releaseFloor(lane, run);
  const ended = lane.runs.put({
    ...run,
    state: ending.state,
    outcome: ending.outcome ?? { kind: "stopped", stepId: run.stepId },
    problem: ending.problem ?? null,
    endedAt: now,
    visitId: null,
    stepId: null,
    wait: null,
    visitState: null,
    heldEvents: [],
  });
  endChildren(lane, run, ending);
  lane.ended.push(run.id);
  afterEnd(lane, ended);
};

/** What a run called ends with it: closed with the conversation, else cancelled. The run that is closing it ends by itself. */
const endChildren = (lane: LaneDraft, { id }: Run, { outcome }: Ending): void => {
  for (const child of lane.activeRuns()) {
    if (child.parentRunId !== id || child.id === lane.actingRunId) continue;
    if (outcome?.kind === "conversation_closed")
      endRun(lane, child.id, { state: "completed", outcome });
    else endRun(lane, child.id, { state: "cancelled", problem: callerEnded });
  }
};

const callerEnded: Problem = {
  code: "caller_ended",
  message: "The workflow that started this one ended.",
};
