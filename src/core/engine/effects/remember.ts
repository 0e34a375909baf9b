import type { RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";

/** Keeps a value for the next visit of the step the run stands in. */
export const applyRemember = (
  lane: LaneDraft,
  runId: RunId,
  { value }: Extract<StepEffect, { type: "remember" }>,
): Applied => {
  const run = lane.runs.get(runId);
  if (run.stepId === null) return {};
  lane.runs.put({ ...run, memories: { ...run.memories, [run.stepId]: value } });
  return {};
};
