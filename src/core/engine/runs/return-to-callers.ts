import type { ChildResult, Run } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { deliver } from "./move-run.ts";

/** Lets the callers of runs that have ended go on, one after the other: a caller may end too, and have a caller. */
export const returnToCallers = (lane: LaneDraft): void => {
  for (let id = lane.ended.shift(); id !== undefined; id = lane.ended.shift()) {
    const child = lane.runs.get(id);
    const parent = child.parentRunId === null ? undefined : lane.runs.find(child.parentRunId);
    if (parent === undefined || parent.endedAt !== null || parent.wait?.for !== "child") continue;
    // One budget of steps for the whole chain: what the child used, its caller has used.
    const charged = lane.runs.put({
      ...parent,
      visitsBefore: Math.max(
        parent.visitsBefore,
        child.visitsBefore + child.visitCount - parent.visitCount,
      ),
    });
    deliver(lane, charged, { type: "child", result: toResult(child) });
  }
};

const toResult = ({ state, variables, problem }: Run): ChildResult =>
  state === "completed"
    ? { kind: "completed", variables }
    : { kind: "not_completed", state, problem };
