import type { EventBody, Problem } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { silenceTimer } from "../answers/tries.ts";
import { endRun } from "../runs/end-run.ts";
import { deliver } from "../runs/move-run.ts";
import { engineTimers } from "../runs/settle-timers.ts";
import { conversationTimerDue } from "./conversation-timer-due.ts";

/** Wakes the run that a moment was set for; one that has gone on meanwhile is not touched. */
export const timerDue = (
  lane: LaneDraft,
  body: Extract<EventBody, { type: "timer_due" }>,
): void => {
  lane.clearTimer(body.timerId);
  const { conversationId = null, runId } = body;
  if (runId === null)
    return conversationId === null
      ? lane.note(staleTimer(body.name))
      : conversationTimerDue(lane, conversationId, body);
  const run = lane.runs.find(runId);
  const isStanding = run !== undefined && run.visitId === body.visitId;
  if (isStanding && body.name === engineTimers.lifetime) {
    return endRun(lane, run.id, {
      state: "expired",
      problem: { code: "lifetime_over", message: "The run reached the end of its lifetime." },
    });
  }
  if (isStanding && body.name === engineTimers.pauseEnds && run.state === "paused") {
    return endRun(lane, run.id, {
      state: "cancelled",
      problem: { code: "pause_over", message: "Paused and untouched for 24 hours." },
    });
  }
  const isExpected =
    isStanding &&
    run.wait?.timers.some(({ name, dueAt }) => name === body.name && dueAt === body.dueAt) ===
      true &&
    !run.heldEvents.some(({ event }) => event.type === "timer" && event.name === body.name);
  if (!isExpected) return lane.note(staleTimer(body.name));
  if (body.name === engineTimers.floor) {
    return endRun(lane, run.id, {
      state: "cancelled",
      problem: { code: "overtaken", message: "Somebody else had the floor for 24 hours." },
    });
  }
  deliver(lane, run, { type: "timer", name: body.name });
  const after = lane.runs.get(run.id);
  // An answer that waited for silence is taken now; what follows at once belongs to it.
  if (body.name === silenceTimer && after.visitId !== run.visitId && after.endedAt === null)
    lane.runs.put({ ...after, answeredAt: lane.world.now });
};

const staleTimer = (timer: string): Problem => ({
  code: "stale_timer",
  message: "Nothing waits for this moment any more.",
  details: { timer },
});
