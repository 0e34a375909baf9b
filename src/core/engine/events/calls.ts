import type { EventBody, Run } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { deliver } from "../runs/move-run.ts";

/** Gives what a call came to to the step that waits for it; an answer that comes too late is recorded and moves nothing. */
export const callFinished = (
  lane: LaneDraft,
  { runId, visitId, key, outcome }: Extract<EventBody, { type: "call_finished" }>,
): void => {
  const run = runId === null ? undefined : lane.runs.find(runId);
  if (run === undefined || run.lastCall?.key !== key) return noteStale(lane, key);
  lane.runs.put({ ...run, lastCall: { ...run.lastCall, outcome: outcome.kind } });
  const isWaiting =
    run.endedAt === null &&
    run.visitId === visitId &&
    run.wait !== null &&
    !run.heldEvents.some(({ event }) => event.type === "call" && event.key === key);
  if (!isWaiting) return noteStale(lane, key);
  deliver(lane, lane.runs.get(run.id), { type: "call", key, outcome });
};

const noteStale = (lane: LaneDraft, key: string): void =>
  lane.note({
    code: "stale_call",
    message: "Nothing waits for this call any more.",
    details: { key },
  });

/** Notes what a channel says about a message, and tells the run that waits for its delivery or its answer. */
export const deliveryReported = (
  lane: LaneDraft,
  { conversationId, messageId, delivery }: Extract<EventBody, { type: "delivery_reported" }>,
): void => {
  if (lane.conversations.find(conversationId) === undefined)
    return lane.note({
      code: "conversation_not_found",
      message: "This contact has no such conversation.",
    });
  lane.deliveries.push({ conversationId, messageId, delivery });
  const isFailed = delivery === "failed";
  for (const run of lane.activeRuns())
    if (run.conversationId === conversationId && waitsForDelivery(run, isFailed))
      deliver(lane, run, { type: "delivery", delivery: isFailed ? "failed" : "sent" });
};

/** A bounce also concerns a question that waits for its answer (SPEC 3 "Send Message"). */
const waitsForDelivery = ({ wait }: Run, isFailed: boolean): boolean =>
  wait?.for === "delivery" || (isFailed && wait?.for === "reply");
