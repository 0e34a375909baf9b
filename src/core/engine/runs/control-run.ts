import type {
  ConversationId,
  Floor,
  JsonObject,
  MemberId,
  Problem,
  Run,
  StepEvent,
} from "#core/domain";
import { giveFloor } from "../lane/floor.ts";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { endRun } from "./end-run.ts";
import { moveRun } from "./move-run.ts";
import { clearPauseTimer, setPauseTimer } from "./settle-timers.ts";

/** Holds a waiting run: what comes for it is kept and not applied, and after a day untouched it ends. */
export const pauseRun = (lane: LaneDraft, run: Run): void => {
  if (run.state !== "waiting" || run.visitId === null) return;
  setPauseTimer(lane, run, run.visitId);
  lane.runs.put({ ...run, state: "paused" });
};

/** Lets a paused run go on with what came meanwhile, or by asking its question again. Going on speaks again, so a person hands the floor back by it. */
export const continueRun = (lane: LaneDraft, run: Run, asksAgain: boolean): Problem | null => {
  const { visitId, heldEvents } = run;
  if (run.state !== "paused" || visitId === null)
    return { code: "run_not_paused", message: "The run is not paused." };
  const problem = handBack(lane, run);
  if (problem !== null) return problem;
  clearPauseTimer(lane, visitId);
  lane.runs.put({ ...run, state: "waiting", heldEvents: [] });
  // A place may have become free while the run took none.
  const events: readonly StepEvent[] = asksAgain
    ? [{ type: "ask_again" }]
    : heldEvents.length === 0 && run.wait?.for === "assignee"
      ? [{ type: "assignment_offered" }]
      : heldEvents.map(({ event }) => event);
  for (const event of events) {
    const current = lane.runs.get(run.id);
    // What came for a step the run has left means nothing to the next one.
    if (current.state !== "waiting" || current.visitId !== visitId) break;
    moveRun(lane, run.id, { type: "resume", event });
  }
  return null;
};

/** Leaves the step a run stands in by its way for skipping. */
export const skipStep = (
  lane: LaneDraft,
  run: Run,
  byMemberId: MemberId | null,
): Problem | null => {
  if (run.visitId === null)
    return { code: "run_not_waiting", message: "The run does not stand in a step." };
  const problem = run.state === "paused" ? handBack(lane, run) : null;
  if (problem !== null) return problem;
  lane.runs.put({ ...run, state: "waiting", heldEvents: [] });
  const evidence: JsonObject = { skipped_by: byMemberId };
  moveRun(lane, run.id, { type: "skip", evidence });
  return null;
};

const handBack = (lane: LaneDraft, run: Run): Problem | null => {
  if (!run.isCustomerFacing || run.conversationId === null) return null;
  const { floor } = lane.conversation(run.conversationId);
  if (floor.holder === "run" && floor.runId !== run.floorRunId) {
    return {
      code: "floor_taken",
      message: "Another run has the floor.",
      details: { holder: "run", run_id: floor.runId },
    };
  }
  giveFloor(lane, run.conversationId, { holder: "run", runId: run.floorRunId });
  return null;
};

/** The run that really stands in a step: the last one called, when this one waits for what it called. */
const standingRun = (lane: LaneDraft, run: Run): Run => {
  const child = lane.activeRuns().find(({ parentRunId }) => parentRunId === run.id);
  return child === undefined ? run : standingRun(lane, child);
};

/** The run from which the floor is taken: its holder, or the one that waits for what the AI agent who has it will say. */
const heldBy = (lane: LaneDraft, conversationId: ConversationId, floor: Floor): Run | undefined => {
  if (floor.holder === "run") return lane.runs.find(floor.runId);
  if (floor.holder !== "ai_agent") return undefined;
  return lane
    .activeRuns()
    .find((run) => run.conversationId === conversationId && run.wait?.for === "ai_agent");
};

/** Gives a person the floor; the run that had it pauses, ends or goes on, as its workflow says. */
export const takeOver = (
  lane: LaneDraft,
  conversationId: ConversationId,
  memberId: MemberId,
): void => {
  const { floor } = lane.conversation(conversationId);
  giveFloor(lane, conversationId, { holder: "person", memberId });
  const run = heldBy(lane, conversationId, floor);
  if (run === undefined) return;
  const policy = lane.world.version(run.versionId)?.onTakeover ?? "pause";
  if (policy === "pause") pauseRun(lane, standingRun(lane, run));
  if (policy === "end")
    endRun(lane, run.id, {
      state: "cancelled",
      problem: { code: "taken_over", message: "A person took the conversation over." },
    });
};
