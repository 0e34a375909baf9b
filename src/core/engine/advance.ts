import {
  type JsonObject,
  limits,
  type Run,
  type RunId,
  type StepEvent,
  type StepId,
  toVisitId,
} from "#core/domain";
import type { CompiledVersion } from "./compile.ts";
import { toStepContext } from "./facts/run-facts.ts";
import { tryTakeFloor } from "./lane/floor.ts";
import type { LaneDraft } from "./lane/lane-draft.ts";
import { isMemberTyping } from "./lane/typing.ts";
import { endRun } from "./runs/end-run.ts";
import { ensureConversation } from "./runs/ensure-conversation.ts";
import { failRun, type Onward, settleResult } from "./runs/settle-result.ts";
import type { Walk } from "./runs/walk.ts";
import { waitForFloor } from "./runs/wait-for-floor.ts";
import type { BoundStep, StepContext, StepResult } from "./step-contract.ts";

/** How a run is set going: at its first step, by what resumes the step it waits in, by skipping that step, or because the floor is free. */
export type Impulse =
  | { readonly type: "start"; readonly stepId: StepId | null }
  | { readonly type: "resume"; readonly event: StepEvent }
  | { readonly type: "skip"; readonly evidence: JsonObject }
  | { readonly type: "floor_free" };

/** Moves one run on until it waits or ends. Total and deterministic: it answers every config and event with a state, never an exception. */
export const advance = (
  lane: LaneDraft,
  version: CompiledVersion,
  runId: RunId,
  impulse: Impulse,
): void => {
  const walk: Walk = { lane, version, runId };
  let onward = setGoing(walk, impulse);
  for (let steps = 0; onward !== "stop"; steps += 1) {
    if (onward.to === null) {
      const { stepId } = lane.runs.get(runId);
      const outcome = { kind: "ended", stepId, path: onward.path } as const;
      return endRun(lane, runId, { state: "completed", outcome });
    }
    onward = steps < limits.stepsBetweenWaits ? arrive(walk, onward.to) : failRun(walk, runaway);
  }
};

const runaway = {
  code: "runaway",
  message: "The run took too many steps without waiting.",
};

const setGoing = (walk: Walk, impulse: Impulse): Onward => {
  const { lane, version, runId } = walk;
  if (impulse.type === "start") return { to: impulse.stepId ?? version.firstStepId, path: "next" };
  const run = lane.runs.get(runId);
  const step = run.stepId === null ? undefined : version.step(run.stepId);
  if (step === undefined) return failRun(walk, missing(run.stepId));
  tryTakeFloor(lane, run);
  const { visitState } = run;
  lane.runs.put({
    ...run,
    state: "running",
    wait: null,
    visitState: null,
    expiresAt: run.expiresAt + timeInWait(lane, run),
  });
  switch (impulse.type) {
    case "skip": {
      const skipped: StepResult = {
        kind: "leave",
        path: step.skipPath,
        evidence: [impulse.evidence],
      };
      return settleResult(walk, step, skipped, []);
    }
    case "floor_free":
      return enter(walk, step);
    case "resume":
      return ask(walk, step, (context) => step.resume(context, impulse.event, visitState));
  }
};

/** Time in a Wait step does not count towards the lifetime (SPEC 3). */
const timeInWait = (lane: LaneDraft, { wait, visitId }: Run): number =>
  wait?.for !== "time" || visitId === null
    ? 0
    : Math.max(0, lane.world.now - lane.visits.get(visitId).enteredAt);

const missing = (stepId: StepId | null) => ({
  code: "step_missing",
  message: `There is no step ${stepId}.`,
});

/** Begins a visit at a step and enters it. */
const arrive = (walk: Walk, stepId: StepId): Onward => {
  const { lane, version, runId } = walk;
  const run = lane.runs.get(runId);
  const step = version.step(stepId);
  if (step === undefined) return failRun(walk, missing(stepId));
  if (run.visitsBefore + run.visitCount >= limits.stepsPerRun) return failRun(walk, runaway);
  const visit = lane.visits.put({
    id: toVisitId(lane.ids.next()),
    runId,
    stepId,
    number: run.visitCount + 1,
    enteredAt: lane.world.now,
    leftAt: null,
    path: null,
    evidence: [],
    problem: null,
  });
  lane.runs.put({ ...run, stepId, visitId: visit.id, visitCount: visit.number });
  return enter(walk, step);
};

/** A step that speaks needs the floor first; without it the run stands before the step and waits. */
const enter = (walk: Walk, step: BoundStep): Onward => {
  if (!step.speaks || maySpeak(walk)) return ask(walk, step, step.enter);
  waitForFloor(walk.lane, walk.runId);
  return "stop";
};

const maySpeak = ({ lane, version, runId }: Walk): boolean => {
  const { id, floor } = ensureConversation(lane, runId);
  if (isMemberTyping(lane, id)) return false;
  if (floor.holder === "person" && version.onTakeover === "go_on") return true;
  return tryTakeFloor(lane, lane.runs.get(runId));
};

/** Asks a step what it wants, with all it may know, and settles its answer. */
const ask = (walk: Walk, step: BoundStep, answer: (context: StepContext) => StepResult): Onward => {
  const notes: JsonObject[] = [];
  const context = toStepContext(walk.lane, walk.lane.runs.get(walk.runId), notes);
  return settleResult(walk, step, answer(context), notes);
};
