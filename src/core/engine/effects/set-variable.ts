import { limits, type RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";

/** Sets a variable of the run; a problem when all of them together would be too large. */
export const applySetVariable = (
  lane: LaneDraft,
  runId: RunId,
  { name, value }: Extract<StepEffect, { type: "set_variable" }>,
): Applied => {
  const run = lane.runs.get(runId);
  const variables = { ...run.variables, [name]: value };
  // One character is at most three bytes here; the exact size is only worth counting near the limit.
  const characters = JSON.stringify(variables).length;
  if (characters > limits.variablesBytes) {
    return {
      problem: {
        code: "variables_too_large",
        message: "The run’s variables exceed 256 kB.",
        details: { variable: name },
      },
    };
  }
  lane.runs.put({ ...run, variables });
  return {};
};
