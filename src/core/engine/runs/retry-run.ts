import type { EventBody, Problem, Run } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { beginRun } from "./start-run.ts";

type Retried = Extract<EventBody, { type: "run_retried" }>;

/**
 * Takes a failed run up again as a new one, from its failed step and with its variables. A call of that step that was made, or may
 * have been made, keeps its key and needs a person's yes.
 */
export const retryRun = (
  lane: LaneDraft,
  { runId, confirmsUnknown }: Pick<Retried, "runId" | "confirmsUnknown">,
): Problem | null => {
  const run = lane.runs.find(runId);
  if (run === undefined || run.state !== "failed") return notFailed;
  const stepId = run.outcome?.kind === "stopped" ? run.outcome.stepId : null;
  const version = lane.world.version(run.versionId);
  if (stepId === null || version?.step(stepId) === undefined) return noStep;
  const keptCall = keptOf(run);
  if (keptCall !== null && !confirmsUnknown) return needsYes;
  beginRun(lane, version, {
    conversationId: run.conversationId,
    retryOfRunId: run.id,
    startStepId: stepId,
    variables: run.variables,
    memories: run.memories,
    triggerInputs: run.triggerInputs,
    language: run.language,
    lastCall: keptCall,
  });
  return null;
};

/** A call whose failure is certain may be made anew; any other is the same call again. */
const keptOf = ({ lastCall, outcome }: Run): Run["lastCall"] =>
  lastCall !== null &&
  lastCall.outcome !== "failed" &&
  outcome?.kind === "stopped" &&
  lastCall.stepId === outcome.stepId
    ? lastCall
    : null;

const notFailed: Problem = {
  code: "run_not_failed",
  message: "Only a failed run can be taken up again.",
};
const noStep: Problem = {
  code: "step_missing",
  message: "The step at which the run failed cannot be found.",
};
const needsYes: Problem = {
  code: "needs_confirmation",
  message: "The step’s call was made, or may have been; say yes to making it again under its key.",
};
