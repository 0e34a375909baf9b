import { type Run, type RunId, toCallId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";

/** Puts a call into the outbox under its key; the visit's wait takes the answer of the newest only. */
export const applyCall = (
  lane: LaneDraft,
  runId: RunId,
  { request, isRepeatable, timeoutSeconds }: Extract<StepEffect, { type: "call" }>,
): Applied => {
  const run = lane.runs.get(runId);
  if (run.visitId === null) return {};
  const number = run.effectCount + 1;
  const kept = keptCall(run);
  const key = kept?.key ?? `${run.id}:${run.visitId}:${number}`;
  const lastCall = run.stepId === null ? null : { stepId: run.stepId, key, outcome: null };
  lane.runs.put({ ...run, effectCount: number, lastCall });
  lane.calls.push({
    id: toCallId(lane.ids.next()),
    key,
    contactId: lane.contact.id,
    conversationId: run.conversationId,
    runId,
    visitId: run.visitId,
    request,
    isRepeatable,
    timeoutSeconds,
    // a retry that keeps the key of an unknown call came with a person's yes
    isResent: kept?.outcome === "unknown",
    createdAt: lane.world.now,
  });
  return {};
};

/** A retried run makes the call of its failed step again under the key it had. */
const keptCall = ({ id, stepId, retryOfRunId, lastCall }: Run): Run["lastCall"] =>
  retryOfRunId !== null && lastCall?.stepId === stepId && !lastCall.key.startsWith(`${id}:`)
    ? lastCall
    : null;
