import type { RunId } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import { ensureConversation } from "../runs/ensure-conversation.ts";
import type { StepEffect } from "../step-context.ts";
import type { Applied } from "./applied.ts";

/** Wishes for an assignee: who is free needs other locks, so the answer comes back as an event. */
export const applyRequestAssignment = (
  lane: LaneDraft,
  runId: RunId,
  effect: Extract<StepEffect, { type: "request_assignment" }>,
): Applied => {
  const conversation = ensureConversation(lane, runId);
  const run = lane.runs.get(runId);
  if (run.visitId === null) return {};
  const number = run.effectCount + 1;
  lane.runs.put({ ...run, effectCount: number });
  lane.requests.push({
    key: `${run.id}:${run.visitId}:${number}`,
    runId,
    visitId: run.visitId,
    conversationId: conversation.id,
    target: effect.target,
    policy: effect.policy,
    onlineOnly: effect.onlineOnly,
    openLimit: effect.openLimit,
  });
  return {};
};
