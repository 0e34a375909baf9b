import type { Run, RunId } from "#core/domain";
import { advance, type Impulse } from "../advance.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { endRun } from "./end-run.ts";

/** Sets a parked run going; a run whose version is gone fails instead of standing for ever. */
export const moveRun = (lane: LaneDraft, runId: RunId, impulse: Impulse): void => {
  const version = lane.world.version(lane.runs.get(runId).versionId);
  if (version !== undefined) return advance(lane, version, runId, impulse);
  endRun(lane, runId, {
    state: "failed",
    problem: {
      code: "version_missing",
      message: "The version this run is pinned to cannot be loaded.",
    },
  });
};

/** Gives a run what came for it: at once when it waits, kept for later when it is paused. */
export const deliver = (
  lane: LaneDraft,
  run: Run,
  event: Run["heldEvents"][number]["event"],
): void => {
  if (run.state === "paused")
    lane.runs.put({ ...run, heldEvents: [...run.heldEvents, { eventId: lane.event.id, event }] });
  else moveRun(lane, run.id, { type: "resume", event });
};
