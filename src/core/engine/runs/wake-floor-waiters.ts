import type { LaneDraft } from "../lane/lane-draft.ts";
import { isMemberTyping } from "../lane/typing.ts";
import { moveRun } from "./move-run.ts";

/** Lets runs that wait for the floor go on where it has become free, the longest waiting first. */
export const wakeFloorWaiters = (lane: LaneDraft): void => {
  for (const { id } of lane.activeRuns()) {
    const run = lane.runs.get(id);
    if (run.state !== "waiting" || run.wait?.for !== "floor" || run.conversationId === null)
      continue;
    if (isMemberTyping(lane, run.conversationId)) continue;
    const { floor } = lane.conversation(run.conversationId);
    const isFree =
      floor.holder === "nobody" || (floor.holder === "run" && floor.runId === run.floorRunId);
    if (isFree) moveRun(lane, id, { type: "floor_free" });
  }
};
