import type { EventBody, Problem } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { endRun } from "./end-run.ts";

type Moved = Extract<EventBody, { type: "run_moved" }>;

/** Does what the publish plan says for one run in progress: to the same step of another version, which must be of the same type and have room for its wait, or to its end. */
export const moveToVersion = (
  lane: LaneDraft,
  { runId, toVersionId }: Pick<Moved, "runId" | "toVersionId">,
): Problem | null => {
  const run = lane.runs.find(runId);
  if (run === undefined || run.endedAt !== null)
    return { code: "run_not_active", message: "The run has already ended." };
  if (toVersionId === null) {
    endRun(lane, runId, {
      state: "cancelled",
      problem: { code: "ended_by_publish", message: "Ended when a new version was published." },
    });
    return null;
  }
  const [from, to] = [lane.world.version(run.versionId), lane.world.version(toVersionId)];
  const stepId = run.stepId;
  const [was, is] =
    stepId === null ? [undefined, undefined] : [from?.step(stepId), to?.step(stepId)];
  if (to === undefined || to.workflowId !== run.workflowId || is === undefined)
    return {
      code: "step_missing",
      message: "The new version does not have the step at which the run waits.",
    };
  if (was !== undefined && was.type !== is.type)
    return {
      code: "step_type_changed",
      message: "The step at which the run waits has another type in the new version.",
    };
  lane.runs.put({ ...run, versionId: toVersionId });
  return null;
};
