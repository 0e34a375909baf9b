import { limits, type Problem } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepResult } from "../step-contract.ts";
import { endRun } from "./end-run.ts";
import { settleTimers } from "./settle-timers.ts";
import type { Walk } from "./walk.ts";
import { makeRun, tooDeep } from "./make-run.ts";

type Called = Extract<StepResult, { kind: "call" }>;

/**
 * Starts the workflow a step calls, under the same hold of the floor. With "return" the caller waits for its end; handed over, the
 * caller ends and the new run stands in its place. The target's trigger, conditions and frequency are not consulted.
 * Returns why it cannot start.
 */
export const startCalled = ({ lane, runId }: Walk, called: Called): Problem | null => {
  const run = lane.runs.get(runId);
  const { visitId } = run;
  const target = lane.world.live.find(({ workflow }) => workflow.workflowId === called.workflowId);
  if (target === undefined || visitId === null) return notLive(called);
  const { startStepId } = called;
  if (startStepId !== null && target.compiled.step(startStepId) === undefined)
    return {
      code: "step_missing",
      message: "The workflow to start no longer has the step to start at.",
      details: { workflow_id: called.workflowId, step_id: startStepId },
    };
  if (run.depth + 1 > limits.callDepth) return tooDeep;
  const returns = called.mode === "return";
  const beginning = {
    conversationId: run.conversationId,
    parentRunId: returns ? run.id : run.parentRunId,
    depth: run.depth + 1,
    visitsBefore: run.visitsBefore + run.visitCount,
    language: run.language,
    variables: called.variables,
    triggerInputs: called.variables,
    startStepId,
  };
  if (returns) {
    parkForChild(lane, { ...run, visitId });
    lane.called.push(makeRun(lane, target.compiled, { ...beginning, floorRunId: run.floorRunId }));
    return null;
  }
  const isUnderAnother = run.floorRunId !== run.id;
  // The caller of this run waits for what takes its place, not for this run.
  lane.runs.put({ ...lane.runs.get(runId), parentRunId: null });
  endRun(lane, runId, { state: "completed", outcome: { kind: "handed_over" } });
  lane.called.push(
    makeRun(lane, target.compiled, {
      ...beginning,
      ...(isUnderAnother ? { floorRunId: run.floorRunId } : {}),
    }),
  );
  return null;
};

const parkForChild = (
  lane: LaneDraft,
  run: Parameters<typeof settleTimers>[1] & {
    visitId: NonNullable<Parameters<typeof settleTimers>[2]>;
  },
): void => {
  const wait = { for: "child", takesReply: false, timers: [], keepAfterClose: false } as const;
  settleTimers(lane, run, run.visitId, wait);
  lane.runs.put({ ...run, state: "waiting", wait, visitState: null });
};

const notLive = ({ workflowId }: Called): Problem => ({
  code: "workflow_not_live",
  message: "The workflow to start has no live version.",
  details: { workflow_id: workflowId },
});
