import type { JsonObject, Problem, StepId } from "#core/domain";
import { applyEffect } from "../effects/apply-effect.ts";
import { isLongWait, releaseFloor } from "../lane/floor.ts";
import type { BoundStep, StepResult } from "../step-contract.ts";
import { startCalled } from "./call-workflow.ts";
import type { Walk } from "./walk.ts";
import { endRun } from "./end-run.ts";
import { clearTimers, settleTimers } from "./settle-timers.ts";

/** Where a walk goes on: the next step, the end of a path, or nowhere because the run waits or has ended. */
export type Onward = { readonly to: StepId | null; readonly path: string | null } | "stop";

/** Records what the step a run stands in answered: its effects, its evidence, and the run's next state. */
export const settleResult = (
  walk: Walk,
  step: BoundStep,
  result: StepResult,
  notes: readonly JsonObject[],
): Onward => {
  const { lane, version, runId } = walk;
  const problem = applyEffects(walk, result, notes);
  const run = lane.runs.get(runId);
  const { visitId, stepId } = run;
  if (visitId === null || stepId === null) return "stop";
  if (problem !== null) return failRun(walk, problem);
  const visit = lane.visits.get(visitId);
  const leftAt = lane.world.now;
  switch (result.kind) {
    case "wait": {
      const { wait, state: visitState } = result;
      settleTimers(lane, run, visitId, wait);
      const parked = lane.runs.put({ ...run, state: "waiting", wait, visitState });
      if (isLongWait(parked, lane.world.now)) releaseFloor(lane, parked);
      return "stop";
    }
    case "end":
      endRun(lane, runId, { state: "completed", outcome: result.outcome });
      return "stop";
    case "call": {
      const refused = startCalled(walk, result);
      return refused === null ? "stop" : failRun(walk, refused);
    }
    case "leave":
      clearTimers(lane, visitId);
      lane.visits.put({ ...visit, leftAt, path: result.path });
      return { to: version.target(stepId, result.path), path: result.path };
    case "fail": {
      const path = step.failurePath;
      const to = path === null ? null : version.target(stepId, path);
      if (to === null) return failRun(walk, result.problem);
      clearTimers(lane, visitId);
      lane.visits.put({ ...visit, leftAt, path, problem: result.problem });
      return { to, path };
    }
  }
};

/** Ends a run as failed. */
export const failRun = ({ lane, runId }: Walk, problem: Problem): "stop" => {
  endRun(lane, runId, { state: "failed", problem });
  return "stop";
};

/** Makes the effects true and adds what was seen to the visit; the first problem of an effect fails the run. */
const applyEffects = (
  { lane, runId }: Walk,
  { effects = [], evidence = [] }: StepResult,
  notes: readonly JsonObject[],
): Problem | null => {
  const seen: JsonObject[] = [...evidence, ...notes];
  let problem: Problem | null = null;
  for (const effect of effects) {
    const applied = applyEffect(lane, runId, effect);
    if (applied.evidence !== undefined) seen.push(applied.evidence);
    problem ??= applied.problem ?? null;
  }
  const { visitId } = lane.runs.get(runId);
  if (seen.length === 0 || visitId === null) return problem;
  const visit = lane.visits.get(visitId);
  lane.visits.put({ ...visit, evidence: [...visit.evidence, ...seen] });
  return problem;
};
