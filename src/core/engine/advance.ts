import {
  type JsonObject,
  limits,
  type Problem,
  type RunId,
  type StepEvent,
  type StepId,
  toVisitId,
  type Visit,
} from "#core/domain";
import type { CompiledVersion } from "./compile.ts";
import { applyEffect } from "./effects/apply-effect.ts";
import { toStepContext } from "./facts/run-facts.ts";
import { isLongWait, releaseFloor, tryTakeFloor } from "./lane/floor.ts";
import type { LaneDraft } from "./lane/lane-draft.ts";
import { endRun } from "./runs/end-run.ts";
import { ensureConversation } from "./runs/ensure-conversation.ts";
import { clearTimers, settleTimers } from "./runs/settle-timers.ts";
import { waitForFloor } from "./runs/wait-for-floor.ts";
import type { BoundStep, StepResult } from "./step-contract.ts";

/** How a run is set going: at its first step, by what resumes the step it waits in, by skipping that step, or because the floor is free. */
export type Impulse =
  | { readonly type: "start" }
  | { readonly type: "resume"; readonly event: StepEvent }
  | { readonly type: "skip"; readonly evidence: JsonObject }
  | { readonly type: "floor_free" };

/** Where the walk goes on: the next step, the end of a path, or nowhere because the run waits or has ended. */
type Onward = { readonly to: StepId | null; readonly path: string | null } | "stop";

/** Moves one run on until it waits or ends. Total and deterministic: it answers every config and event with a state, never an exception. */
export const advance = (
  lane: LaneDraft,
  version: CompiledVersion,
  runId: RunId,
  impulse: Impulse,
): void => {
  let onward = setGoing(lane, version, runId, impulse);
  for (let steps = 0; onward !== "stop"; steps += 1) {
    const run = lane.runs.get(runId);
    if (onward.to === null) {
      const outcome = { kind: "ended", stepId: run.stepId, path: onward.path } as const;
      return endRun(lane, runId, { state: "completed", outcome });
    }
    if (steps >= limits.stepsBetweenWaits || run.visitCount >= limits.stepsPerRun)
      return failRun(lane, runId, runaway);
    const step = version.step(onward.to);
    if (step === undefined)
      return failRun(lane, runId, {
        code: "step_missing",
        message: `There is no step ${onward.to}.`,
      });
    arrive(lane, runId, onward.to);
    onward = enter(lane, version, step, runId);
  }
};

const runaway: Problem = {
  code: "runaway",
  message: "The run took too many steps without waiting.",
};

const failRun = (lane: LaneDraft, runId: RunId, problem: Problem): void =>
  endRun(lane, runId, { state: "failed", problem });

const setGoing = (
  lane: LaneDraft,
  version: CompiledVersion,
  runId: RunId,
  impulse: Impulse,
): Onward => {
  if (impulse.type === "start") return { to: version.firstStepId, path: "next" };
  const run = lane.runs.get(runId);
  const step = run.stepId === null ? undefined : version.step(run.stepId);
  if (step === undefined) {
    failRun(lane, runId, { code: "step_missing", message: `There is no step ${run.stepId}.` });
    return "stop";
  }
  tryTakeFloor(lane, run);
  const { visitState } = run;
  lane.runs.put({ ...run, state: "running", wait: null, visitState: null });
  switch (impulse.type) {
    case "skip":
      return settle(
        lane,
        version,
        step,
        runId,
        { kind: "leave", path: step.skipPath, evidence: [impulse.evidence] },
        [],
      );
    case "floor_free":
      return enter(lane, version, step, runId);
    case "resume": {
      const notes: JsonObject[] = [];
      return settle(
        lane,
        version,
        step,
        runId,
        step.resume(toStepContext(lane, lane.runs.get(runId), notes), impulse.event, visitState),
        notes,
      );
    }
  }
};

const arrive = (lane: LaneDraft, runId: RunId, stepId: StepId): void => {
  const run = lane.runs.get(runId);
  const visit: Visit = {
    id: toVisitId(lane.ids.next()),
    runId,
    stepId,
    number: run.visitCount + 1,
    enteredAt: lane.world.now,
    leftAt: null,
    path: null,
    evidence: [],
    problem: null,
  };
  lane.visits.put(visit);
  lane.runs.put({ ...run, stepId, visitId: visit.id, visitCount: visit.number });
};

/** A step that speaks needs the floor first; without it the run stands before the step and waits. */
const enter = (
  lane: LaneDraft,
  version: CompiledVersion,
  step: BoundStep,
  runId: RunId,
): Onward => {
  if (step.speaks && !maySpeak(lane, version, runId)) {
    waitForFloor(lane, runId);
    return "stop";
  }
  const notes: JsonObject[] = [];
  return settle(
    lane,
    version,
    step,
    runId,
    step.enter(toStepContext(lane, lane.runs.get(runId), notes)),
    notes,
  );
};

const maySpeak = (lane: LaneDraft, version: CompiledVersion, runId: RunId): boolean => {
  const conversation = ensureConversation(lane, runId);
  if (conversation.floor.holder === "person" && version.onTakeover === "go_on") return true;
  return tryTakeFloor(lane, lane.runs.get(runId));
};

/** Records what a step answered: its effects, its evidence, and the run's next state. */
const settle = (
  lane: LaneDraft,
  version: CompiledVersion,
  step: BoundStep,
  runId: RunId,
  result: StepResult,
  notes: readonly JsonObject[],
): Onward => {
  const evidence: JsonObject[] = [...(result.evidence ?? []), ...notes];
  let problem: Problem | null = null;
  for (const effect of result.effects ?? []) {
    const applied = applyEffect(lane, runId, effect);
    if (applied.evidence !== undefined) evidence.push(applied.evidence);
    problem ??= applied.problem ?? null;
  }
  const run = lane.runs.get(runId);
  if (run.visitId === null || run.stepId === null) return "stop";
  const visit = lane.visits.get(run.visitId);
  const seen = evidence.length === 0 ? visit.evidence : [...visit.evidence, ...evidence];
  if (problem !== null) {
    lane.visits.put({ ...visit, evidence: seen });
    failRun(lane, runId, problem);
    return "stop";
  }
  switch (result.kind) {
    case "wait": {
      lane.visits.put({ ...visit, evidence: seen });
      settleTimers(lane, run, run.visitId, result.wait);
      const parked = lane.runs.put({
        ...run,
        state: "waiting",
        wait: result.wait,
        visitState: result.state,
      });
      if (isLongWait(parked, lane.world.now)) releaseFloor(lane, parked);
      return "stop";
    }
    case "end":
      lane.visits.put({ ...visit, evidence: seen, leftAt: lane.world.now });
      endRun(lane, runId, { state: "completed", outcome: result.outcome });
      return "stop";
    case "leave":
      clearTimers(lane, run.visitId);
      lane.visits.put({ ...visit, evidence: seen, leftAt: lane.world.now, path: result.path });
      return { to: version.target(run.stepId, result.path), path: result.path };
    case "fail": {
      clearTimers(lane, run.visitId);
      const target =
        step.failurePath === null ? null : version.target(run.stepId, step.failurePath);
      lane.visits.put({
        ...visit,
        evidence: seen,
        leftAt: lane.world.now,
        path: target === null ? null : step.failurePath,
        problem: result.problem,
      });
      if (target !== null) return { to: target, path: step.failurePath };
      failRun(lane, runId, result.problem);
      return "stop";
    }
  }
};
